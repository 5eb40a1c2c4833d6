namespace Conduit.Security;

/// <summary>
/// On an operation that serves strangers too: who sends a token is told when it is not good, instead of being served as a stranger.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class OptionalTokenAttribute : Attribute;
