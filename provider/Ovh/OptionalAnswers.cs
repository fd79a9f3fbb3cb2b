namespace PulumiOvhOrder.Ovh;

/// <summary>Answers that a caller can do without.</summary>
internal static class OptionalAnswers
{
    /// <returns>Null where what the call is about does not exist.</returns>
    public static async Task<T?> OrNullIfMissingAsync<T>(this Task<T> answer)
        where T : class
    {
        try
        {
            return await answer;
        }
        catch (OvhApiException e) when (e.IsMissing)
        {
            return null;
        }
    }

    /// <returns>Null where it does not exist, where the site does not have the route, or where the credentials may not use it.</returns>
    public static async Task<T?> OrNullIfUnavailableAsync<T>(this Task<T> answer)
        where T : class
    {
        try
        {
            return await answer;
        }
        catch (OvhApiException e) when (e.IsUnavailable)
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
