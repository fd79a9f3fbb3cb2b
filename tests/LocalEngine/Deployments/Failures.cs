namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>A step failed; the message is what the user reads.</summary>
internal sealed class StepException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>A step was not begun because another one failed, or because of Ctrl-C. There is nothing to say about it.</summary>
internal sealed class AbandonedException : Exception;

/// <summary>
/// The provider did something after which the real engine would lose what exists outside, or never start again. The stand-in stops at once,
/// so that no test can pass over it.
/// </summary>
internal sealed class ProviderContractException(string message) : Exception(message);
