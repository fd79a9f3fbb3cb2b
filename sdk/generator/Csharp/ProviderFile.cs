namespace PulumiOvhOrder.SdkGenerator.Csharp;

internal static class ProviderFile
{
    public static string Write(PackageModel package, CsharpTypes types)
    {
        var file = new CsharpFile(package.Namespace, "System.Collections.Immutable", "Pulumi.Serialization");
        file.Document(
            $"An explicit provider of the package `{package.Name}`: resources that name it use its configuration instead of the stack's.")
            .Line($"[{types.ResourceTypeAttribute}(\"pulumi:providers:{package.Name}\")]")
            .Block("public partial class Provider : global::Pulumi.ProviderResource", () =>
            {
                // Only what is a string can be read back from a provider.
                foreach (var property in package.ProviderInputs.Where(p => p.Type is TypeModel.Primitive { Name: "string" }))
                {
                    file.Document(property.Description)
                        .Line($"[Output(\"{property.Name}\")]")
                        .Line($"public Output<string?> {CsharpTypes.Pascal(property.Name)} {{ get; private set; }} = null!;")
                        .Line();
                }

                file.Line("/// <summary>")
                    .Line("/// Creates a provider with a name that is unique in its stack.")
                    .Line("/// </summary>")
                    .Line("/// <param name=\"name\">The provider's name in the stack.</param>")
                    .Line("/// <param name=\"args\">Its configuration.</param>")
                    .Line("/// <param name=\"options\">Options that steer its behaviour.</param>")
                    .Line("public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)")
                    .Continued($": base(\"{package.Name}\", name, args ?? new ProviderArgs(), MakeResourceOptions(options, \"\"))")
                    .Line("{")
                    .Line("}")
                    .Line();
                WriteOptions(file, package);
            })
            .Line();
        new ArgumentClass(
            "ProviderArgs", "What a `Provider` is configured with.", "global::Pulumi.ResourceArgs", InputShape.Args, package.ProviderInputs)
        { IsProvider = true }
            .Write(file, types);
        return file.ToString();
    }

    private static void WriteOptions(CsharpFile file, PackageModel package)
    {
        var secrets = package.ProviderInputs.Where(o => o.Secret).Select(o => o.Name);
        file.Block("private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)", () =>
        {
            file.Line("var defaultOptions = new CustomResourceOptions")
                .Line("{")
                .Continued("Version = Utilities.Version,", $"PluginDownloadURL = \"{package.PluginDownloadUrl}\",")
                .Continued("AdditionalSecretOutputs =", "{")
                .Continued([.. secrets.Select(s => $"    \"{s}\",")])
                .Continued("},")
                .Line("};")
                .Line("var merged = CustomResourceOptions.Merge(defaultOptions, options);")
                .Line("merged.Id = id ?? merged.Id;")
                .Line("return merged;");
        });
    }
}
