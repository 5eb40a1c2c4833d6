namespace Conduit.Errors;

/// <summary>What is wrong with a request.</summary>
/// <param name="Body">A sentence for each fault.</param>
internal sealed record ErrorMessages(IReadOnlyList<string> Body);
