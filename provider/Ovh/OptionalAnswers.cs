namespace PulumiOvhOrder.Ovh;

/// <summary>Answers that a caller can do without.</summary>
internal static class OptionalAnswers
{
    /// <returns>Null where what the call is about does not exist, or where the API answers null.</returns>
    public static async Task<T?> OrNullIfMissingAsync<T>(this Task<T> answer)
        where T : class
    {
        try
        {
            return await answer;
        }
        catch (OvhApiException e) when (e.IsMissing || e.IsNull)
        {
            return null;
        }
    }

    /// <returns>Null where it does not exist or is null, the site does not have the route, or the credentials may not use it.</returns>
    public static async Task<T?> OrNullIfUnavailableAsync<T>(this Task<T> answer)
        where T : class
    {
        try
        {
            return await answer;
        }
        catch (OvhApiException e) when (e.IsUnavailable || e.IsNull)
        {
            return null;
        }
    }

    /// <summary>What is gone already is as good as deleted.</summary>
    public static async Task IfThereAsync(this Task deletion)
    {
        try
        {
            await deletion;
        }
        catch (OvhApiException e) when (e.IsMissing)
        {
            // That was wanted.
        }
    }
}
