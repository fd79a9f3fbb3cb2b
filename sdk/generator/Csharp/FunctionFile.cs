namespace PulumiOvhOrder.SdkGenerator.Csharp;

/// <summary>A function: its plain form, its form for inputs, their arguments, and the result.</summary>
internal static class FunctionFile
{
    public static string Write(PackageModel package, FunctionModel function, CsharpTypes types)
    {
        var name = CsharpTypes.Pascal(PackageModel.NameOf(function.Token));
        var needsArgs = function.Inputs.Any(i => i.Required);
        var file = new CsharpFile(
            package.Namespace,
            "System.Collections.Generic", "System.Collections.Immutable", "System.Threading.Tasks", "Pulumi.Serialization");
        file.Document(function.Description.Split("\n\n{{%")[0]).Block($"public static class {name}", () =>
        {
            var (optional, fallback) = needsArgs ? ("", "") : ("?", " = null");
            file.Document(function.Description)
                .Line($"public static Task<{name}Result> InvokeAsync({name}Args{optional} args{fallback}, InvokeOptions? options = null)")
                .Continued($"=> global::Pulumi.Deployment.Instance.InvokeAsync<{name}Result>(\"{function.Token}\", args ?? new "
                    + $"{name}Args(), options.WithDefaults());")
                .Line();
            file.Document(function.Description)
                .Line(
                    $"public static Output<{name}Result> Invoke({name}InvokeArgs{optional} args{fallback}, InvokeOptions? options = null)")
                .Continued($"=> global::Pulumi.Deployment.Instance.Invoke<{name}Result>(\"{function.Token}\", args ?? new "
                    + $"{name}InvokeArgs(), options.WithDefaults());")
                .Line();
            file.Document(function.Description)
                .Line($"public static Output<{name}Result> Invoke({name}InvokeArgs args, InvokeOutputOptions options)")
                .Continued($"=> global::Pulumi.Deployment.Instance.Invoke<{name}Result>(\"{function.Token}\", args ?? new "
                    + $"{name}InvokeArgs(), options.WithDefaults());");
        });
        file.Line();
        new ArgumentClass(
            $"{name}Args", $"What `{name}.InvokeAsync` asks for.", "global::Pulumi.InvokeArgs", InputShape.Plain, function.Inputs)
            .Write(file, types);
        file.Line();
        new ArgumentClass(
            $"{name}InvokeArgs", $"What `{name}.Invoke` asks for.", "global::Pulumi.InvokeArgs", InputShape.Args, function.Inputs)
            .Write(file, types);
        file.Line();
        OutputClass.Write(file, $"{name}Result", function.ResultDescription, function.Outputs, types);
        return file.ToString();
    }
}
