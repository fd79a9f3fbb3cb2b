using PulumiOvhOrder.Ordering;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>What a preview says of what would keep an order from succeeding.</summary>
internal static class PreflightMessages
{
    public static string Of(PreflightFinding finding) => finding switch
    {
        PreflightFinding.NoCredentials f => CredentialMessages.Without(f.AreNotKnownYet),
        PreflightFinding.MissingRights f =>
            $"rights: the consumer key lacks {string.Join(", ", f.Rights.Select(r => $"`{r.Method} {r.Path}`"))}, which the order needs. "
                + $"Create a consumer key with these rules",
        PreflightFinding.MissingActions f =>
            $"rights: the credentials lack {string.Join(", ", f.Actions.Select(a => $"`{a}`"))}, which the order needs. Add "
                + $"{(f.Actions.Length == 1 ? "this action" : "these actions")} to the IAM policy",
        PreflightFinding.ActionRequired f =>
            KnownErrors.All.FirstOrDefault(e => e.Pattern.EndsWith(f.Action, StringComparison.Ordinal)) is { } known
                ? $"eligibility: {known.Title} ({f.Action}). {known.GeneralAdvice.TrimEnd('.')}"
                : $"eligibility: OVHcloud asks for \"{f.Action}\" before this account may order a project",
        PreflightFinding.Payment f => $"{FailureMessages.Property(f.Failure)}: {FailureMessages.Of(f.Failure)}",
        PreflightFinding.SameDescription f =>
            $"project {f.Project} of this account has the same description. If it is this resource's, for example after `pulumi state "
                + $"delete`, import it instead of ordering another one: `pulumi import {CloudProjectDefinition.Token} NAME {f.Project}`",
        _ => finding.ToString(),
    };
}
