using System.Text.RegularExpressions;

namespace PulumiOvhOrder.Tests.Unit.Simulator;

public sealed partial class ProjectTests : SimulatorTest
{
    [Fact]
    public async Task A_project_can_be_renamed()
    {
        var projectId = await DeliveredProject();

        (await Api.Send("PUT", $"/cloud/project/{projectId}", new { description = "new" })).Text.ShouldBe("null");

        (await Api.Json("GET", $"/cloud/project/{projectId}")).Text("description").ShouldBe("new");
    }

    [Fact]
    public async Task Termination_is_confirmed_with_the_token_from_the_mail()
    {
        Host.Configure(settings => settings.MailDelayMs = 1000);
        var projectId = await DeliveredProject();
        var before = (await Api.Json("GET", "/me/notification/email/history")).Texts();

        (await Api.Json("POST", $"/cloud/project/{projectId}/terminate")).GetString()
            .ShouldBe("An email was sent in order to acknowledge your request.");
        (await Api.Json("GET", "/me/notification/email/history")).Texts().ShouldBe(before);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var mailId = (await Api.Json("GET", "/me/notification/email/history")).Texts().Except(before).Single();
        var mail = await Api.Json("GET", $"/me/notification/email/history/{mailId}");
        var link = ConfirmationLink().Match(mail.Text("body"));

        link.Groups["project"].Value.ShouldBe(projectId);
        await Api.Error(400, "POST", $"/cloud/project/{projectId}/confirmTermination", new { token = "guess" });
        Host.Summary().Projects.ShouldBe(1);
        await Api.Json("POST", $"/cloud/project/{projectId}/confirmTermination", new { token = link.Groups["token"].Value });
        Host.Summary().Projects.ShouldBe(0);
        await Api.Error(404, "GET", $"/cloud/project/{projectId}");
        (await Api.Json("GET", "/cloud/project")).GetArrayLength().ShouldBe(0);
        Host.Configure(settings => settings.GoneStatus = 460);
        await Api.Error(460, "POST", $"/cloud/project/{projectId}/terminate");
    }

    [Fact]
    public async Task A_terminated_project_may_be_shown_as_suspended_for_a_while()
    {
        Host.Configure(settings => settings.SuspendedMs = 1000);
        var projectId = await DeliveredProject();
        await Api.Json("POST", $"/cloud/project/{projectId}/terminate");
        var mailId = (await Api.Json("GET", "/me/notification/email/history")).Texts()[^1];
        var mail = await Api.Json("GET", $"/me/notification/email/history/{mailId}");
        var token = ConfirmationLink().Match(mail.Text("body")).Groups["token"].Value;
        await Api.Json("POST", $"/cloud/project/{projectId}/confirmTermination", new { token });

        (await Api.Json("GET", $"/cloud/project/{projectId}")).Text("status").ShouldBe("suspended");
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Api.Error(404, "GET", $"/cloud/project/{projectId}");
    }

    [Fact]
    public async Task The_mails_may_be_out_of_reach()
    {
        Host.Configure(settings => settings.MailReadable = false);

        (await Api.Error(403, "GET", "/me/notification/email/history")).ShouldBe("This call has not been granted");
        await Api.Error(403, "GET", "/me/notification/email/history/5001");
    }

    [Fact]
    public async Task A_voucher_can_be_applied_to_a_project()
    {
        var projectId = await DeliveredProject();

        await Api.Json("POST", $"/cloud/project/{projectId}/credit", new { code = "V-1" });
        await Api.Error(400, "POST", $"/cloud/project/{projectId}/credit", new { code = "NOPE" });
    }

    [Fact]
    public async Task A_project_can_be_cancelled_while_it_is_being_created()
    {
        Host.Configure(settings => settings.ProjectCreatingMs = 1000);
        var projectId = await DeliveredProject();

        (await Api.Json("GET", $"/cloud/project/{projectId}")).Text("status").ShouldBe("creating");
        await Api.Json("POST", $"/cloud/project/{projectId}/cancel");
        await Api.Error(404, "GET", $"/cloud/project/{projectId}");
    }

    [GeneratedRegex(@"https://www\.ovh\.com/manager/#/billing/confirmTerminate\?id=(?<project>[0-9a-zA-Z]+)&token=(?<token>[0-9a-zA-Z]+)")]
    private static partial Regex ConfirmationLink();
}
