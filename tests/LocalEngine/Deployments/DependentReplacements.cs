namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>
/// What else must be deleted before a resource can be deleted and made again: dependents for which Diff says that they'd be replaced if
/// everything they take from it were unknown. Those calls come in a real update too.
/// </summary>
internal static class DependentReplacements
{
    /// <returns>In the order of deletion: what depends on others first.</returns>
    public static async Task<IReadOnlyList<ResourceState>> OfAsync(
        DeploymentContext context, ProviderRegistry providers, ResourceState root)
    {
        var replaced = new List<ResourceState> { root };
        foreach (var resource in context.Snapshot.Remaining.Where(r =>
            !r.Delete && r.Provider is not null && !r.PendingReplacement && r != root))
        {
            if (replaced.Any(resource.DependsOn) && await IsReplacedAsync(resource))
            {
                replaced.Add(resource);
            }
        }

        replaced.Remove(root);
        replaced.Reverse();
        return replaced;

        async Task<bool> IsReplacedAsync(ResourceState resource)
        {
            if (resource.PropertyDependencies.IsEmpty)
            {
                // No one knows which properties are concerned; a refresh, for one, forgets it.
                return true;
            }

            var concerned = resource.PropertyDependencies.Where(d => replaced.Any(r => d.Value.Contains(r.Urn))).Select(d => d.Key);
            var inputs = concerned.Where(resource.Inputs.Items.ContainsKey)
                .Aggregate(resource.Inputs, (map, key) => map.With(key, UnknownValue));
            var provider = await providers.LoadAsync(resource.Provider!);
            return (await provider.DiffAsync(resource, resource.Urn, inputs, resource.IgnoreChanges)).Replace;
        }
    }
}
