// The generated sources name this namespace; what they use of it lives in Pulumi.
namespace Pulumi.Serialization;

public static class StubSerialization;
