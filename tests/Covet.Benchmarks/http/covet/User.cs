namespace CovetSide;

internal sealed record User(int Id, string Name);
