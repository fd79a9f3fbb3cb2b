namespace PulumiOvhOrder.SdkGenerator.Csharp;

/// <summary>What makes a NuGet package of the sources.</summary>
internal static class ProjectFiles
{
    public static string Project(PackageModel package) => $"""
        <Project Sdk="Microsoft.NET.Sdk">

          <!-- Generated from provider/schema.json by `make sdk`. Changes made here are lost. -->
          <PropertyGroup>
            <TargetFramework>net8.0</TargetFramework>
            <AssemblyName>{package.Namespace}</AssemblyName>
            <RootNamespace>{package.Namespace}</RootNamespace>
            <Version>{package.Version}</Version>
            <Authors>{package.Publisher}</Authors>
            <Company>{package.Publisher}</Company>
            <Description>{package.Description}</Description>
            <PackageLicenseExpression>{package.License}</PackageLicenseExpression>
            <PackageProjectUrl>{package.Repository}</PackageProjectUrl>
            <RepositoryUrl>{package.Repository}</RepositoryUrl>
            <PackageReadmeFile>README.md</PackageReadmeFile>
            <PackageTags>pulumi;ovh;ovhcloud;public-cloud</PackageTags>
            <GeneratePackageOnBuild>true</GeneratePackageOnBuild>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <Nullable>enable</Nullable>
            <Deterministic>true</Deterministic>
          </PropertyGroup>

          <ItemGroup>
            <PackageReference Include="Pulumi" Version="{package.PulumiVersion}" />
          </ItemGroup>

          <ItemGroup>
            <EmbeddedResource Include="version.txt" LogicalName="{package.Namespace}.version.txt" />
            <None Include="version.txt" Pack="true" PackagePath="content" />
            <EmbeddedResource Include="pulumi-plugin.json" />
            <None Include="pulumi-plugin.json" Pack="true" PackagePath="content" />
            <None Include="README.md" Pack="true" PackagePath="" />
          </ItemGroup>

        </Project>

        """;

    public static string Plugin(PackageModel package) => $$"""
        {
          "resource": true,
          "name": "{{package.Name}}",
          "version": "{{package.Version}}",
          "server": "{{package.PluginDownloadUrl}}"
        }

        """;

    /// <summary>Ends MSBuild's walk upwards: the package is built as its users would, not by the repository's rules.</summary>
    public static string Boundary() => """
        <Project />

        """;

    public static string Readme(PackageModel package) => $$"""
        # {{package.Namespace}}

        {{package.Description}}

        ```csharp
        using System.Collections.Generic;
        using Pulumi;
        using {{package.Namespace}};

        return await Deployment.RunAsync(() =>
        {
            var project = new CloudProject("cloud-project", new()
            {
                Description = "Production",
                OvhSubsidiary = "FR",
                MaxPrice = 50,
            });

            return new Dictionary<string, object?> { ["projectId"] = project.ProjectId };
        });
        ```

        **Creating a `CloudProject` costs money.** `pulumi preview` tells the price and orders nothing.

        How to install the plugin and how to configure it: [{{package.Repository}}]({{package.Repository}}).

        These sources are generated from `provider/schema.json` by `make sdk`. They reference the package `Pulumi` {{package.PulumiVersion}}. The
        repository's own tests compile them against a stub of that package's public signatures, because the package source that its build
        machines reach does not hold `Pulumi`; `dotnet build` in this folder builds against the real one.

        """;
}
