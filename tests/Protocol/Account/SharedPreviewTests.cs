using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Tests.Protocol.StubProvider;
using static PulumiOvhOrder.Values.PropertyValue;
using Wire = PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol.Account;

/// <summary>
/// A preview of many resources asks the account once for all of them, and each gets its own answer. Where answers are counted, the clock
/// that they are kept by stands still.
/// </summary>
public sealed class SharedPreviewTests
{
    private const int Count = 100;
    private const int MaxCalls = 14;

    [Fact]
    public async Task A_preview_of_a_hundred_equal_resources_makes_at_most_fourteen_requests()
    {
        await using var account = await AccountUnderTest.StartAsync(time: new ManualTimeProvider());

        var previews = await PreviewAsync(account);

        previews.ShouldAllBe(p => p["prices"] != null);

        // The quote's own cart is read where it is there before the account's carts are listed.
        var calls = account.Ovh.Calls().Where(c => !PathPattern.Matches("GET", "/order/cart/*", c.Method, c.Path)).ToList();
        calls.Count.ShouldBeLessThanOrEqualTo(MaxCalls, string.Join('\n', calls.Select(c => $"{c.Method} {c.Path}?{c.Query}")));
    }

    [Fact]
    public async Task What_is_in_the_account_is_read_once_for_all_previews()
    {
        await using var account = await AccountUnderTest.StartAsync(time: new ManualTimeProvider());
        await using var other = await account.AgainAsync();
        var carts = 0;
        foreach (var description in new[] { "shop", "blog" })
        {
            await other.PendingCartAsync($"{description} pending");
            await other.CreateAsync(description);
            carts += 2;
        }

        var before = account.Ovh.Calls().Count;
        await PreviewAsync(account);

        var calls = account.Ovh.Calls().Skip(before).ToList();
        calls.Where(c => c.Method == "GET").Select(c => (c.Path, c.Query)).GroupBy(c => c).ShouldAllBe(same => same.Count() <= 2);
        calls.Count.ShouldBeLessThanOrEqualTo(MaxCalls + (10 * carts));
    }

    [Fact]
    public async Task Only_the_preview_of_the_resource_that_an_interrupted_run_left_resumes()
    {
        await using var account = await AccountUnderTest.StartAsync();
        await using var interrupted = await account.AgainAsync();
        await interrupted.Methods.CreateAsync(Create(7, isPreview: false));

        var previews = await PreviewAsync(account);

        previews.Select((p, i) => (p, i)).Where(p => p.p["prices"] is null).Select(p => p.i).ShouldBe([7]);
    }

    [Fact]
    public async Task A_create_after_a_preview_sees_what_was_ordered_in_between()
    {
        await using var account = await AccountUnderTest.StartAsync();
        await using var other = await account.AgainAsync();
        await account.Methods.CreateAsync(Create(0, isPreview: true));

        var first = await other.Methods.CreateAsync(Create(0, isPreview: false));
        var second = await account.Methods.CreateAsync(Create(0, isPreview: false));

        second.Id.ShouldBe(first.Id);
        account.Ovh.Orders().Count.ShouldBe(1);
    }

    private static async Task<IReadOnlyList<Map>> PreviewAsync(AccountUnderTest account)
    {
        var answers =
            await Task.WhenAll(Enumerable.Range(0, Count).Select(async i => await account.Methods.CreateAsync(Create(i, isPreview: true))));
        return [.. answers.Select(a => PropertyValueCodec.Decode(a.Properties))];
    }

    private static Wire.CreateRequest Create(int index, bool isPreview) => new()
    {
        Urn = $"urn:pulumi:dev::website::{AccountUnderTest.Token}::equal-{index}",
        Properties = PropertyValueCodec.Encode(Map(("description", Of("equal")))),
        Preview = isPreview,
    };
}
