namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>The program, its configuration or the command line is wrong.</summary>
internal sealed class ProgramException(string message) : Exception(message);
