using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.LocalEngine.Programs;

namespace PulumiOvhOrder.Tests.Unit.LocalEngine;

public sealed class CommandLineTests
{
    [Fact]
    public void A_command_is_read_with_its_operands_and_switches()
    {
        var line = CommandLine.Parse(
            [
                "import", "ovh-order:CloudProject", "project", "order/1", "--skip-preview", "--protect=false", "--stack", "prod", "--cwd",
                    "/p",
                "--parallel", "2",
            ],
            TextWriter.Null);

        line.Command.ShouldBe("import");
        line.Operands.ShouldBe(["ovh-order:CloudProject", "project", "order/1"]);
        line.Run.ShouldBe(new RunOptions { SkipPreview = true, Protect = false });
        line.Options.Stack.ShouldBe("prod");
        line.Options.ProgramDirectory.ShouldBe("/p");
        line.Options.Parallel.ShouldBe(2);
    }

    [Fact]
    public void Replace_may_be_repeated()
        => CommandLine.Parse(["up", "--replace", "a", "--replace", "b"], TextWriter.Null).Run.Replace.ShouldBe(["a", "b"]);

    [Theory]
    [InlineData("up", "--nonsense")]
    [InlineData("up", "--stack")]
    [InlineData("--skip-preview", "--diff")]
    public void What_is_not_understood_is_refused(params string[] arguments)
        => Should.Throw<ProgramException>(() => CommandLine.Parse(arguments, TextWriter.Null));
}
