namespace Covet;

/// <summary>An answer that is given again.</summary>
/// <param name="StatusCode">The status.</param>
/// <param name="Headers">The headers that describe the answer.</param>
/// <param name="Body">The body.</param>
public sealed record IdempotentResponse(int StatusCode, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body);
