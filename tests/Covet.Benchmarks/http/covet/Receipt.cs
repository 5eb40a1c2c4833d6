namespace CovetSide;

internal sealed record Receipt(string Customer, int Count, long Total);
