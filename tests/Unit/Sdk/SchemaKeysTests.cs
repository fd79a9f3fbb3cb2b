using System.Text.Json.Nodes;
using PulumiOvhOrder.SdkGenerator;

namespace PulumiOvhOrder.Tests.Unit.Sdk;

public sealed class SchemaKeysTests
{
    [Theory]
    [InlineData("resources/ovh-order:index:CloudProject/inputProperties/planCode", "default")]
    [InlineData("resources/ovh-order:index:CloudProject/inputProperties/planCode", "const")]
    [InlineData("resources/ovh-order:index:CloudProject/inputProperties/planCode", "replaceOnChanges")]
    [InlineData("resources/ovh-order:index:CloudProject/properties/projectId", "deprecationMessage")]
    [InlineData("resources/ovh-order:index:CloudProject", "aliases")]
    [InlineData("functions/ovh-order:index:getOrder", "deprecationMessage")]
    [InlineData("functions/ovh-order:index:getOrder/inputs/properties/orderId", "default")]
    [InlineData("types/ovh-order:index:Option/properties/quantity", "language")]
    [InlineData("resources/ovh-order:index:CloudProject/listInputs", "plain")]
    [InlineData("resources/ovh-order:index:CloudProject/listInputs/properties/stage", "default")]
    [InlineData("provider", "methods")]
    [InlineData("config", "defaults")]
    [InlineData("", "allowedPackageNames")]
    public void A_schema_that_says_what_the_generator_does_not_know_is_refused(string path, string key)
    {
        var schema = JsonNode.Parse(Repository.Text(SchemaFile.Path))!;
        var place = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(schema, (node, part) => node[part]!);
        place[key] = "x";

        Should.Throw<InvalidOperationException>(() => PackageModel.Read(schema.ToJsonString())).Message.ShouldContain(key);
    }
}
