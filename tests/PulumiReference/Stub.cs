namespace Pulumi;

internal static class Stub
{
    public static NotSupportedException Only => new("a stub of the package Pulumi: it has signatures and does nothing");
}
