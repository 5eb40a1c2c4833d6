namespace Covet.Generators.Tests.Emission;

/// <summary>The code of validation rules.</summary>
public sealed class ValidationEmissionTests
{
    [Fact]
    public void Rules_are_conditions_and_what_lies_below_is_called() => GeneratorTestHelper.Verify(
        """
        using Covet;
        namespace Shop;
        public sealed record Order([property: Required, StringLength(20, MinimumLength = 2)] string Number, [property: MinLength(1)] List<Line> Lines) : IValidatableObject
        {
            [Range(typeof(DateOnly), "2020-01-01", "2030-12-31")] public DateOnly? Day { get; init; }
            [RegularExpression("^[A-Z]{2}[0-9]{4,6}$", ErrorMessage = "\"{0}\" is no code.")] public string? Code { get; init; }
            public IEnumerable<ValidationResult> Validate(ValidationContext context) => [];
        }
        public sealed class Line { [Range(0.5, 100, MaximumIsExclusive = true), Display(Name = "Unit price")] public decimal UnitPrice { get; set; } [EmailAddress, Compare(nameof(Other))] public string? Mail { get; set; } public string? Other { get; set; } }
        [Handler("/orders")] public sealed class OrderHandler { [Post] public string Add(Order order) => order.Number; }
        """,
        file => file.StartsWith("Validator", StringComparison.Ordinal));
}
