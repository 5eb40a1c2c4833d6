namespace CovetSide;

internal sealed record Me(string Name);
