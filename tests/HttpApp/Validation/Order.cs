namespace HttpApp.Validation;

public sealed record Order(
    [Required, RegularExpression("^[A-Z]{2}-[0-9]+$")] string Number,
    [MinLength(1), MaxLength(3)] List<Parcel> Parcels,
    [EmailAddress(ErrorMessageResourceType = typeof(ShopTexts), ErrorMessageResourceName = nameof(ShopTexts.Email))] string? Notify = null);
