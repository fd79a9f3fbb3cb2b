using System.Diagnostics;
using PulumiOvhOrder.Configuration;

namespace PulumiOvhOrder.Tests.Unit.Configuration;

/// <summary>What may lie where an ovh.conf is looked for.</summary>
public sealed class ConfigFileTextTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string Conf => Path.Combine(_folder.FullName, "ovh.conf");

    [Fact]
    public void A_file_is_read_with_or_without_a_byte_order_mark()
    {
        File.WriteAllText(Conf, "[default]\nendpoint=ovh-ca", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        ConfigFileText.ReadIfPossible(Conf)!.Text.ShouldBe("[default]\nendpoint=ovh-ca");
    }

    [Fact]
    public void Nothing_and_a_folder_are_passed_over()
    {
        ConfigFileText.ReadIfPossible(Conf).ShouldBeNull();
        ConfigFileText.ReadIfPossible(_folder.FullName).ShouldBeNull();
    }

    [Theory]
    [InlineData("644", true)]
    [InlineData("640", false)]
    [InlineData("600", false)]
    public void Who_may_read_it_is_told(string mode, bool isReadableByAll)
    {
        SkipOnWindows();
        File.WriteAllText(Conf, "");
        Run("chmod", mode, Conf);

        ConfigFileText.ReadIfPossible(Conf)!.IsReadableByAll.ShouldBe(isReadableByAll);
    }

    [Fact]
    public async Task A_pipe_without_a_writer_is_refused_at_once()
    {
        SkipOnWindows();
        Run("mkfifo", Conf);

        var reading = Task.Run(() => ConfigFileText.ReadIfPossible(Conf), TestContext.Current.CancellationToken);

        var failure = await Should.ThrowAsync<InvalidDataException>(
            () => reading.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        failure.Message.ShouldStartWith("is a pipe or a device");
    }

    [Fact]
    public void What_is_as_large_as_no_configuration_is_refused_and_not_read_to_its_end()
    {
        using (var file = File.Create(Conf))
        {
            file.SetLength(1L << 30);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<InvalidDataException>(() => ConfigFileText.ReadIfPossible(Conf)).Message.ShouldStartWith("is larger than 1 MiB");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4 << 20);
    }

    [Fact]
    public void A_device_without_end_is_refused_and_one_without_content_is_empty()
    {
        SkipOnWindows();
        Should.Throw<InvalidDataException>(() => ConfigFileText.ReadIfPossible("/dev/zero")).Message
            .ShouldStartWith("is larger than 1 MiB");
        ConfigFileText.ReadIfPossible("/dev/null")!.Text.ShouldBe("");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void SkipOnWindows() => Assert.SkipWhen(OperatingSystem.IsWindows(), "a file of another kind");

    private static void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }
}
