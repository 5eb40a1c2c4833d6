using System.ComponentModel.DataAnnotations;

namespace CovetSide;

internal sealed record OrderLine(
    [property: Required, RegularExpression("^[A-Z]{3}-[0-9]{4}$")] string Sku,
    [property: Range(1, 100)] int Count,
    [property: Range(1, 10_000_000)] int Cents);
