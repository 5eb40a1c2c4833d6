namespace CovetSide;

internal sealed record Message(string Text);
