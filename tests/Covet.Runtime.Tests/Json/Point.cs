namespace Covet.Runtime.Tests.Json;

internal sealed record Point(int X, string? Name);
