namespace PulumiOvhOrder.Tests.Protocol.LocalEngine;

/// <summary>What the recorded provider's schema declared secret.</summary>
internal static class RecordedSchema
{
    public const string Text = """
        {
          "name": "ovh-order",
          "provider": {
            "inputProperties": {
              "endpoint": { "type": "string" },
              "applicationSecret": { "type": "string", "secret": true },
              "consumerKey": { "type": "string", "secret": true },
              "clientSecret": { "type": "string", "secret": true },
              "accessToken": { "type": "string", "secret": true }
            }
          },
          "resources": {
            "ovh-order:index:CloudProject": {
              "inputProperties": { "voucher": { "type": "string", "secret": true } },
              "properties": { "voucher": { "type": "string", "secret": true }, "orderUrl": { "type": "string", "secret": true } }
            }
          }
        }
        """;
}
