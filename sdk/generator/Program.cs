using PulumiOvhOrder.SdkGenerator;

// Writes what follows from other files: provider/schema.json from the definitions, sdk/dotnet from the schema, the list of components from
// that of the packages and the restore for one runtime.
#pragma warning disable RS0030 // A tool on a terminal, not the plugin: no one reads a port from its output.
switch (args)
{
    case ["schema", var root]:
        Report(root, SchemaFile.Generate(root));
        return 0;
    case ["dotnet", var root]:
        Report(root, DotnetSdk.Generate(root));
        return 0;
    case ["sbom", var packages, var runtime, var assets]:
        Console.WriteLine(ComponentList.Complete(packages, runtime, assets));
        return 0;
    default:
        Console.Error.WriteLine("usage: PulumiOvhOrder.SdkGenerator schema REPOSITORY | dotnet REPOSITORY | sbom PACKAGES RUNTIME ASSETS");
        return 2;
}

static void Report(string root, IReadOnlyDictionary<string, string> files)
{
    foreach (var path in GeneratedFiles.Write(root, files))
    {
        Console.WriteLine(path);
    }
}
#pragma warning restore RS0030
