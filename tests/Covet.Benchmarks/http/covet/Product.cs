namespace CovetSide;

internal sealed record Product(int Id, string Name, string Description, double Price, bool InStock, DateTime CreatedAt, string[] Tags);
