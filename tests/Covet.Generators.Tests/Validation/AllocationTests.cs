namespace Covet.Generators.Tests.Validation;

/// <summary>What a valid object costs: the processor's time, and no memory.</summary>
public sealed class AllocationTests
{
    // Every attribute that is generated as code ([FileExtensions] is asked of DataAnnotations themselves), patterns with and without
    // the engine, and nesting of every kind but a struct by itself, which a Covet.Runtime that was built for debugging boxes to compare
    // it with null. The measuring method stands beside the models, where it can name the generated validators.
    private const string Source = """
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json.Serialization;
        namespace M;

        public enum Size { Small = 1, Large = 2 }
        [Flags] public enum Days { None = 0, Mo = 1, Tu = 2 }

        public sealed class EvenAttribute : ValidationAttribute { public override bool IsValid(object? value) => value is null or string { Length: 2 or 4 }; }

        public static class Checks { public static ValidationResult? Short(string? value) => value is { Length: > 9 } ? new ValidationResult("long") : ValidationResult.Success; }

        public sealed class Rules
        {
            [Required, StringLength(40, MinimumLength = 1)] public string? Name { get; set; } = "Ada";
            [Required] public int? Number { get; set; } = 5;
            [MinLength(1), MaxLength(5)] public List<string> Tags { get; set; } = ["a"];
            [Length(1, 5)] public int[] Numbers { get; set; } = [1];
            [Length(1, 5)] public string Word { get; set; } = "word";
            [Range(1, 100)] public int Count { get; set; } = 3;
            [Range(0.0, 1000.0, MinimumIsExclusive = true)] public double Price { get; set; } = 9.5;
            [Range(typeof(decimal), "0.01", "9.99")] public decimal Exact { get; set; } = 1.5m;
            [Range(typeof(DateTime), "2020-01-01", "2030-01-01")] public DateTime At { get; set; } = new(2026, 1, 1);
            [Range(typeof(DateOnly), "2020-01-01", "2030-01-01")] public DateOnly? Day { get; set; } = new(2026, 1, 1);
            [RegularExpression("^[A-Z]{2}-[0-9]{4}$")] public string Code { get; set; } = "AB-1234";
            [RegularExpression("^(a|ab)(c|bcd)$")] public string Engine { get; set; } = "abcd";
            [EmailAddress] public string Email { get; set; } = "ada@example.com";
            [Url] public string Site { get; set; } = "https://example.com";
            [Phone] public string Phone { get; set; } = "+43 1 234 567";
            [CreditCard] public string Card { get; set; } = "4111 1111 1111 1111";
            [Base64String] public string Bytes { get; set; } = "aGVsbG8=";
            [AllowedValues("a", "b", null)] public string Allowed { get; set; } = "a";
            [AllowedValues(1, 2)] public int AllowedNumber { get; set; } = 2;
            [DeniedValues("x")] public string Denied { get; set; } = "a";
            [EnumDataType(typeof(Size))] public Size Size { get; set; } = Size.Large;
            [EnumDataType(typeof(Days))] public Days Days { get; set; } = Days.Mo | Days.Tu;
            [Compare(nameof(Name))] public string? Again { get; set; } = "Ada";
            [CustomValidation(typeof(Checks), nameof(Checks.Short))] public string Custom { get; set; } = "short";
            [Even] public string Own { get; set; } = "four";
        }

        public sealed class Everything
        {
            [MinLength(1)] public List<Rules> Lines { get; set; } = [new(), new(), new(), new()];
            public Rules[] Array { get; set; } = [new()];
            public Dictionary<string, Rules> Map { get; set; } = new() { ["a"] = new(), ["b.c"] = new() };
            public Rules? Missing { get; set; }
            public Point? Maybe { get; set; } = new(3, 4);
            public Node Tree { get; set; } = new() { Left = new() { Left = new() }, Right = new() };
            public Shape Shape { get; set; } = new Circle { Name = "c" };
        }

        public readonly record struct Point([Range(0, 9)] int X, [property: Range(0, 9)] int Y);

        public sealed class Node { [StringLength(9)] public string Name { get; set; } = "n"; public Node? Left { get; set; } public Node? Right { get; set; } }

        [JsonDerivedType(typeof(Circle), "circle")]
        public abstract class Shape { [Required] public string? Name { get; set; } }
        public sealed class Circle : Shape { [Range(1, 9)] public int Radius { get; set; } = 1; }

        public static class Measure
        {
            public static long Bytes()
            {
                var value = new Everything();
                Run(value, 300);
                var least = long.MaxValue;

                // The least of a few rounds: what the runtime allocates while it compiles again what runs often is not counted.
                for (var round = 0; round < 200 && least != 0; round++)
                {
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    Run(value, 200);
                    least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
                }

                return least;
            }

            public static int Errors() => Covet.Internal.ModelValidation.Run<Everything, Covet.Generated.M_EverythingValidator>(new Everything { Lines = [new() { Count = 0 }] })!.Items.Count;

            private static void Run(Everything value, int times)
            {
                for (var i = 0; i < times; i++)
                {
                    if (Covet.Internal.ModelValidation.Run<Everything, Covet.Generated.M_EverythingValidator>(value) is { } errors)
                    {
                        throw new InvalidOperationException(string.Join("; ", errors.Items.Select(e => e.Key + " " + e.Message)));
                    }
                }
            }
        }
        """;

    [Fact]
    public void A_valid_object_with_every_rule_allocates_nothing()
    {
        using var validators = GeneratedValidators.Make(Source, show: static id => id is "M_Node" or "M_Point");
        var measure = validators.Type("M.Measure");
        Assert.Equal(1, (int)measure.GetMethod("Errors")!.Invoke(null, null)!);
        Assert.Equal(0, (long)measure.GetMethod("Bytes")!.Invoke(null, null)!);
    }
}
