namespace PulumiOvhOrder.SdkGenerator.Csharp;

/// <summary>The resource's class, its arguments and its state, in one file as Pulumi's own generator has them.</summary>
internal static class ResourceFile
{
    public static string Write(PackageModel package, ResourceModel resource, CsharpTypes types)
    {
        var name = PackageModel.NameOf(resource.Token);
        var file = new CsharpFile(
            package.Namespace,
            "System.Collections.Generic", "System.Collections.Immutable", "System.Threading.Tasks", "Pulumi.Serialization");
        file.Document(resource.Description)
            .Line($"[{types.ResourceTypeAttribute}(\"{resource.Token}\")]")
            .Block($"public partial class {name} : global::Pulumi.CustomResource", () =>
            {
                foreach (var output in resource.Outputs)
                {
                    WriteOutput(file, output, types);
                    file.Line();
                }

                WriteConstructors(file, resource.Token, name, resource.Inputs.Any(i => i.Required));
                WriteOptions(file, package, resource);
                WriteGet(file, name);
            })
            .Line();
        new ArgumentClass($"{name}Args", $"What a `{name}` is made with.", "global::Pulumi.ResourceArgs", InputShape.Args, resource.Inputs)
            .Write(file, types);
        file.Line();
        new ArgumentClass(
            $"{name}State", $"What is known of an existing `{name}`, to look it up with.", "global::Pulumi.ResourceArgs",
            InputShape.State, resource.State)
            .Write(file, types);
        return file.ToString();
    }

    private static void WriteOutput(CsharpFile file, PropertyModel output, CsharpTypes types)
    {
        var (name, type) = (CsharpTypes.Pascal(output.Name), $"Output<{types.Output(output.Type, output.Required)}>");
        if (output.Type is not TypeModel.List)
        {
            file.Document(output.Description)
                .Line($"[Output(\"{output.Name}\")]")
                .Line($"public {type} {name} {{ get; private set; }} = null!;");
            return;
        }

        file.Line($"private {type} _{output.Name} = null!;").Line();
        file.Document(output.Description)
            .Line($"[Output(\"{output.Name}\")]")
            .Block($"public {type} {name}", () => file
                .Line($"get => _{output.Name};")
                .Line($"private set => _{output.Name} = value.Apply(items => items.OrEmpty());"));
    }

    private static void WriteConstructors(CsharpFile file, string token, string name, bool needsArgs)
    {
        file.Line("/// <summary>")
            .Line($"/// Creates a <c>{name}</c> with a name that is unique in its stack.")
            .Line("/// </summary>")
            .Line("/// <param name=\"name\">The resource's name in the stack.</param>")
            .Line("/// <param name=\"args\">The arguments to create it with.</param>")
            .Line("/// <param name=\"options\">Options that steer the resource's behaviour.</param>")
            .Line($"public {name}(string name, {name}Args{(needsArgs ? "" : "?")} args{(needsArgs ? "" : " = null")}, "
                + $"CustomResourceOptions? options = null)")
            .Continued($": base(\"{token}\", name, args ?? new {name}Args(), MakeResourceOptions(options, \"\"))")
            .Line("{")
            .Line("}")
            .Line()
            .Line($"private {name}(string name, Input<string> id, {name}State? state = null, CustomResourceOptions? options = null)")
            .Continued($": base(\"{token}\", name, state, MakeResourceOptions(options, id))")
            .Line("{")
            .Line("}")
            .Line();
    }

    private static void WriteOptions(CsharpFile file, PackageModel package, ResourceModel resource)
    {
        var secrets = resource.Outputs.Where(o => o.Secret).Select(o => o.Name).ToList();
        file.Block("private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)", () =>
        {
            file.Line("var defaultOptions = new CustomResourceOptions")
                .Line("{")
                .Continued("Version = Utilities.Version,", $"PluginDownloadURL = \"{package.PluginDownloadUrl}\",");
            if (secrets.Count > 0)
            {
                file.Continued("AdditionalSecretOutputs =", "{");
                file.Continued([.. secrets.Select(s => $"    \"{s}\",")]);
                file.Continued("},");
            }

            file.Line("};")
                .Line("var merged = CustomResourceOptions.Merge(defaultOptions, options);")
                .Line("// The id of an existing resource, unless the program's options have one.")
                .Line("merged.Id = id ?? merged.Id;")
                .Line("return merged;");
        });
        file.Line();
    }

    private static void WriteGet(CsharpFile file, string name) => file
        .Line("/// <summary>")
        .Line($"/// Looks up an existing <c>{name}</c> by its id, without managing it.")
        .Line("/// </summary>")
        .Line("/// <param name=\"name\">The name it has in this stack.</param>")
        .Line("/// <param name=\"id\">The id of the existing resource.</param>")
        .Line("/// <param name=\"state\">What is known of it already.</param>")
        .Line("/// <param name=\"options\">Options that steer the resource's behaviour.</param>")
        .Block(
            $"public static {name} Get(string name, Input<string> id, {name}State? state = null, CustomResourceOptions? options = null)",
            () => file.Line($"return new {name}(name, id, state, options);"));
}
