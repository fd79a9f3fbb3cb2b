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
            <RepositoryType>git</RepositoryType>
            <PackageReadmeFile>README.md</PackageReadmeFile>
            <PackageIcon>logo.png</PackageIcon>
            <PackageTags>pulumi;ovh;ovhcloud;public-cloud</PackageTags>
            <IncludeSymbols>true</IncludeSymbols>
            <SymbolPackageFormat>snupkg</SymbolPackageFormat>
            <GeneratePackageOnBuild>true</GeneratePackageOnBuild>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <Nullable>enable</Nullable>
            <Deterministic>true</Deterministic>
            <ContinuousIntegrationBuild Condition="'$(CI)' == 'true'">true</ContinuousIntegrationBuild>
            <!-- Wherever it is built, nothing of the place stays in the assembly. -->
            <PathMap>$(MSBuildProjectDirectory)=/_/sdk/dotnet</PathMap>
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
            <None Include="../../docs/logo.png" Pack="true" PackagePath="" Visible="false" />
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

        **Creating a `CloudProject` costs money.** `pulumi preview` shows the price; no order is placed. Above `MaxPrice`, nothing is ordered.

        ## Before the first update

        Pulumi installs the plugin automatically. Configure the OVHcloud site and the credentials:

        ```sh
        pulumi config set {{package.Name}}:endpoint ovh-eu
        pulumi config set {{package.Name}}:applicationKey APPLICATION_KEY
        pulumi config set {{package.Name}}:applicationSecret APPLICATION_SECRET --secret
        pulumi config set {{package.Name}}:consumerKey CONSUMER_KEY --secret
        ```

        A service account or an access token can be used instead. Environment variables and `ovh.conf` also work. Previews need no
        credentials if `OvhSubsidiary` is set. All keys, and the rights that the credentials need:
        [installation and configuration]({{package.Repository}}/blob/v{{package.Version}}/docs/installation-configuration.md).

        ## Good to know

        - A lazy sequence cannot be a stack output. End it with `.ToArray()`, as in
          `offers.Apply(o => o.Offers.Select(x => x.PlanCode).ToArray())`.
        - `ProjectId` is null until the project is delivered. If another resource needs it, write `project.ProjectId.Apply(id => id!)`.
        - A list that OVHcloud does not return is empty, never `default`.
        - If one value of a result is secret, the whole result is secret. `GetOrder` returns none with `IncludeUrl = false`.

        Documentation, source and issues: [{{package.Repository}}]({{package.Repository}}).

        """;
}
