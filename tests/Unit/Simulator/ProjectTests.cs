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
    public async Task A_terminated_project_may_be_shown_for_a_while()
    {
        Host.Configure(settings => (settings.SuspendedMs, settings.MailEscaped) = (1000, true));
        var projectId = await DeliveredProject();
        await Api.Json("POST", $"/cloud/project/{projectId}/terminate");
        var mailId = (await Api.Json("GET", "/me/notification/email/history")).Texts()[^1];
        var mail = await Api.Json("GET", $"/me/notification/email/history/{mailId}");
        mail.Text("body").ShouldContain("&amp;token=");
        var token = ConfirmationLink().Match(mail.Text("body").Replace("&amp;", "&", StringComparison.Ordinal)).Groups["token"].Value;
        await Api.Json("POST", $"/cloud/project/{projectId}/confirmTermination", new { token });

        (await Api.Json("GET", $"/cloud/project/{projectId}")).Text("status").ShouldBe("suspended");
        Host.Configure(settings => settings.TerminatedStatus = "deleting");
        (await Api.Json("GET", $"/cloud/project/{projectId}")).Text("status").ShouldBe("deleting");
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

    [Theory]
    [InlineData("expired", 460, "expired")]
    [InlineData("suspended", 200, "pendingDebt")]
    public async Task A_project_that_can_be_reopened_is_listed_still(string state, int status, string service)
    {
        var projectId = await DeliveredProject();
        Host.Configure($$"""{"projectState":"{{state}}","terminationRefusal":"This service has unpaid debts"}""");

        var project = await Api.Send("GET", $"/cloud/project/{projectId}");
        var refused = await Api.Send("POST", $"/cloud/project/{projectId}/terminate");

        project.Status.ShouldBe(status);
        project.Json.Text(status == 460 ? "message" : "status").ShouldBe(status == 460 ? "This service is expired" : "suspended");
        (await Api.Json("GET", "/cloud/project")).Texts().ShouldBe([projectId]);
        (await Api.Json("GET", $"/cloud/project/{projectId}/serviceInfos")).Text("status").ShouldBe(service);
        refused.Status.ShouldBe(status == 460 ? 460 : 400);
        refused.Json.Text("message").ShouldBe(status == 460 ? "This service is expired" : "This service has unpaid debts");
        Host.Projects().Single().Terminated.ShouldBeFalse();
        Host.Configure("""{"projectState":"ok"}""");
        await Api.Error(400, "POST", $"/cloud/project/{projectId}/terminate");
        await Api.Json("GET", $"/cloud/project/{projectId}");
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

    [GeneratedRegex(@"https://manager\.eu\.ovhcloud\.com/#/billing/confirmTerminate\?id=(?<project>[0-9a-f]+)&token=(?<token>[0-9a-f]+)")]
    private static partial Regex ConfirmationLink();
}
