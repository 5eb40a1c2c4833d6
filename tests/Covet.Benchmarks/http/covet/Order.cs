using System.ComponentModel.DataAnnotations;

namespace CovetSide;

internal sealed record Order(
    [property: Required, StringLength(100)] string Customer,
    [property: Required, EmailAddress] string Email,
    [property: StringLength(500)] string? Note,
    [property: Length(1, 50)] List<OrderLine> Lines);
