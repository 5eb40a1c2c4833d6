namespace Covet.Json.Tests.Streams;

/// <summary>An item that keeps little of what its JSON has: unknown members are passed over.</summary>
public readonly record struct Row(int Number);
