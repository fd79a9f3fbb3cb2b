namespace PulumiOvhOrder.SdkGenerator.Csharp;

/// <summary>The nested types, each in the forms in which the package mentions it.</summary>
internal static class NestedTypes
{
    public static IEnumerable<(string Path, string Text)> Files(PackageModel package, CsharpTypes types)
    {
        foreach (var (shape, roots) in new[]
        {
            (InputShape.Args, package.Resources.SelectMany(r => r.Inputs).Concat(package.Functions.SelectMany(f => f.Inputs))),
            (InputShape.State, package.Resources.SelectMany(r => r.State)),
            (InputShape.Plain, package.Functions.SelectMany(f => f.Inputs)),
        })
        {
            foreach (var type in Mentioned(package, roots.Select(p => p.Type)))
            {
                var file = new CsharpFile(
                    $"{package.Namespace}.Inputs",
                    "System.Collections.Generic", "System.Collections.Immutable", "Pulumi.Serialization");
                new ArgumentClass($"{type.Name}{shape.Suffix}", type.Description, shape.BaseClass, shape, type.Properties)
                    .Write(file, types);
                yield return ($"Inputs/{type.Name}{shape.Suffix}.cs", file.ToString());
            }
        }

        var outputs = package.Resources.SelectMany(r => r.Outputs).Concat(package.Functions.SelectMany(f => f.Outputs));
        foreach (var type in Mentioned(package, outputs.Select(p => p.Type)))
        {
            var file = new CsharpFile(
                $"{package.Namespace}.Outputs", "System.Collections.Generic", "System.Collections.Immutable", "Pulumi.Serialization");
            OutputClass.Write(file, type.Name, type.Description, type.Properties, types);
            yield return ($"Outputs/{type.Name}.cs", file.ToString());
        }
    }

    private static IEnumerable<ObjectModel> Mentioned(PackageModel package, IEnumerable<TypeModel> roots)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<TypeModel>(roots);
        while (waiting.TryDequeue(out var type))
        {
            switch (type)
            {
                case TypeModel.List list:
                    waiting.Enqueue(list.Item);
                    break;
                case TypeModel.Map map:
                    waiting.Enqueue(map.Value);
                    break;
                case TypeModel.Object item when names.Add(item.Name):
                    foreach (var property in package.Objects.Single(o => o.Name == item.Name).Properties)
                    {
                        waiting.Enqueue(property.Type);
                    }

                    break;
                default:
                    break;
            }
        }

        return package.Objects.Where(o => names.Contains(o.Name));
    }
}
