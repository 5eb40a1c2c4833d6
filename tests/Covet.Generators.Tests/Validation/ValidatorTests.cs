using Covet.Internal;

namespace Covet.Generators.Tests.Validation;

public sealed class ValidatorTests
{
    private const string Usings = """
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json.Serialization;
        namespace M;

        """;

    [Fact]
    public void A_validator_calls_those_below_it_with_their_paths() => GeneratorTestHelper.Verify(
        """
        namespace M;
        public sealed record Order([property: Required] string? Number, List<Line> Lines, Dictionary<string, Price>? Prices);
        public sealed record Line([property: Range(1, 5)] int Quantity);
        public readonly record struct Price([property: Range(0, 9)] int Amount);
        [Covet.Handler("orders")] public static class OrderHandler { [Covet.Post] public static void Post(Order order) { } }
        """,
        static file => file is "Validator.M_Order.g.cs" or "Validator.M_Line.g.cs" or "Validator.M_Price.g.cs");

    [Fact]
    public void Errors_at_three_depths_carry_their_paths()
    {
        using var validators = GeneratedValidators.Make(Usings + """
            public record Order([Required] string? Number, List<Line> Lines, Dictionary<string, Price>? Prices, Line[][]? Grid)
            {
                public static Order Sample() => new("", [new(1, []), new(0, [new("ab"), new("abcd")])], new() { ["eur"] = new(-1), ["a.b"] = new(-2) }, [[], [new(5, []), new(9, [new("")])]]);
            }
            public record Line([Range(1, 5)] int Quantity, IReadOnlyList<Tag> Tags);
            public record Tag([StringLength(3, MinimumLength = 1)] string Name);
            public record struct Price([Range(0, 9)] int Amount);
            """);
        Assert.Equal(
            [
                "number required: The Number field is required.",
                "lines[1].quantity range: The field Quantity must be between 1 and 5.",
                "lines[1].tags[1].name string_length: The field Name must be a string with a minimum length of 1 and a maximum length of 3.",
                "prices.eur.amount range: The field Amount must be between 0 and 9.",
                "prices['a.b'].amount range: The field Amount must be between 0 and 9.",
                "grid[1][1].quantity range: The field Quantity must be between 1 and 5.",
                "grid[1][1].tags[0].name string_length: The field Name must be a string with a minimum length of 1 and a maximum length of 3.",
            ],
            Sample(validators, "M.Order"));
    }

    [Fact]
    public void Attributes_of_a_records_parameters_count_like_those_of_its_properties()
    {
        using var validators = GeneratedValidators.Make(Usings + """
            public record Both([Required, Display(Name = "title")] string? Title, [property: Range(1, 2)] int Count)
            {
                public static Both Sample() => new(null, 3);
            }
            public class Old([Required] string? name)
            {
                public string? Name { get; } = name;
                public static Old Sample() => new(null);
            }
            """);
        Assert.Equal(["title required: The title field is required.", "count range: The field Count must be between 1 and 2."], Sample(validators, "M.Both"));
        Assert.Equal(["name required: The Name field is required."], Sample(validators, "M.Old"));
    }

    [Fact]
    public void Json_names_are_the_keys()
    {
        using var validators = GeneratedValidators.Make(Usings + """
            public class Named : IValidatableObject
            {
                [JsonPropertyName("the \"name\""), Required] public string? Name { get; set; }
                public string? URLValue { get; set; }
                public IEnumerable<ValidationResult> Validate(ValidationContext context) => [new("bad", [nameof(URLValue), "Items[0].x", "Name"])];
                public static Named Sample() => new();
                public static Named Named2() => new() { Name = "x" };
            }
            """);
        Assert.Equal(["the \"name\" required: The Name field is required."], Sample(validators, "M.Named"));
        Assert.Equal(["urlValue invalid: bad", "Items[0].x invalid: bad", "the \"name\" invalid: bad"], Sample(validators, "M.Named", "Named2"));
    }

    [Fact]
    public void A_cycle_is_gone_through_once()
    {
        using var validators = GeneratedValidators.Make(Usings + """
            public class Node
            {
                [Required] public string? Name { get; set; }
                public Node? Parent { get; set; }
                public List<Node> Children { get; set; } = [];
                public static Node Sample()
                {
                    var root = new Node();
                    for (var i = 0; i < 30; i++)
                    {
                        root.Children.Add(new Node { Name = "child", Parent = root });
                    }
                    foreach (var child in root.Children)
                    {
                        child.Children.AddRange(root.Children);
                    }
                    root.Parent = root;
                    return root;
                }
            }
            """);
        Assert.Equal(["name required: The Name field is required."], Sample(validators, "M.Node"));
    }

    [Fact]
    public void Depth_has_an_end_with_an_error_that_says_so()
    {
        using var validators = GeneratedValidators.Make(Usings + """
            public class Chain
            {
                [Range(0, 1000000)] public int Number { get; set; }
                public Chain? Next { get; set; }
                public static Chain Sample()
                {
                    Chain? chain = null;
                    for (var i = 0; i < 200_000; i++)
                    {
                        chain = new Chain { Next = chain };
                    }
                    return chain!;
                }
            }
            """);
        var error = Assert.Single(Sample(validators, "M.Chain"));
        Assert.StartsWith("next.next.", error, StringComparison.Ordinal);
        Assert.EndsWith(" too_deep: The value is nested too deeply to be validated.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_type_that_JSON_made_is_the_one_that_is_checked()
    {
        using var validators = GeneratedValidators.Make(Usings + """
            [JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Ring), "ring")]
            public abstract class Shape { [Required] public string? Name { get; set; } }
            public class Circle : Shape { [Range(1, 9)] public int Radius { get; set; } }
            public class Ring : Circle { [Range(1, 9)] public int Hole { get; set; } }
            public class Drawing
            {
                public List<Shape> Shapes { get; set; } = [];
                public static Drawing Sample() => new() { Shapes = [new Circle { Name = "c" }, new Ring { Radius = 1 }] };
            }
            """);
        Assert.Equal(
            ["shapes[0].radius range: The field Radius must be between 1 and 9.", "shapes[1].hole range: The field Hole must be between 1 and 9.", "shapes[1].name required: The Name field is required."],
            Sample(validators, "M.Drawing"));
    }

    [Fact]
    public void Types_of_other_assemblies_are_checked_like_local_ones()
    {
        var library = GeneratorTestHelper.CompileLibrary("Lib", """
            using System.ComponentModel.DataAnnotations;
            namespace Lib;
            public record Address([Required] string? Street, [property: StringLength(2)] string Country);
            public abstract class Entity { [Range(1, 9)] public int Version { get; set; } }
            public sealed class TwiceAttribute : ValidationAttribute { public override bool IsValid(object? value) => value is not int n || n % 2 == 0; }
            """);
        using var validators = GeneratedValidators.Make(Usings + """
            public class User : Lib.Entity
            {
                public Lib.Address? Home { get; set; }
                [Lib.Twice] public int Number { get; set; }
                public static User Sample() => new() { Home = new("", "abc"), Number = 3 };
            }
            """, [library]);
        Assert.Equal(
            ["home.street required: The Street field is required.", "home.country string_length: The field Country must be a string with a maximum length of 2.", "number twice: The field Number is invalid.", "version range: The field Version must be between 1 and 9."],
            Sample(validators, "M.User"));
    }

    [Fact]
    public void Messages_of_resources_are_read_from_their_property()
    {
        using var validators = GeneratedValidators.Make(Usings + """
            public static class Texts
            {
                public static string Missing => "Fehlt: {0}";
                internal static string Shown => "Anzeige";
            }
            public class Localized
            {
                [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = "Missing")]
                [Display(Name = "Shown", ResourceType = typeof(Texts))]
                public string? Name { get; set; }
                public static Localized Sample() => new();
            }
            """);
        Assert.Equal(["name required: Fehlt: Anzeige"], Sample(validators, "M.Localized"));
        Assert.DoesNotContain("typeof", validators.Files["M_Localized"], StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_DataAnnotations_cannot_convert_are_out_of_range()
    {
        using var validators = GeneratedValidators.Make(Usings + """
            public class Wide
            {
                [Range(1, 9)] public long Long { get; set; } = long.MaxValue;
                [Range(1, 9)] public ulong ULong { get; set; } = ulong.MaxValue;
                [Range(1, 9)] public double NotANumber { get; set; } = double.NaN;
                [Range(1, 9)] public UInt128 Wider { get; set; } = UInt128.MaxValue;
                [Range(1, 9)] public Int128 Fine { get; set; } = 5;
                [Range(0.5, 9)] public Half Half { get; set; } = (Half)5;
                [Range(1, 9)] public string? Text { get; set; } = "99999999999";
                public static Wide Sample() => new();
            }
            """);
        Assert.Equal(["long", "uLong", "notANumber", "wider", "text"], Sample(validators, "M.Wide").Select(error => error.Split(' ')[0]));
    }

    [Fact]
    public void Every_attribute_that_may_repeat_is_checked()
    {
        using var validators = GeneratedValidators.Make(Usings + """
            [AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
            public sealed class NotAttribute(int value) : ValidationAttribute { public override bool IsValid(object? other) => other is not int n || n != value; }
            public class Repeated
            {
                [Not(1, ErrorMessage = "not one"), Not(2, ErrorMessage = "not two")] public int Number { get; set; } = 1;
                public static Repeated Sample() => new();
                public static Repeated Two() => new() { Number = 2 };
            }
            """);
        Assert.Equal(["number not: not one"], Sample(validators, "M.Repeated"));
        Assert.Equal(["number not: not two"], Sample(validators, "M.Repeated", "Two"));
    }

    [Fact]
    public void Nothing_below_an_ignored_member_is_checked_but_the_member_is()
    {
        using var validators = GeneratedValidators.Make(Usings + """
            public class Owner { [Required] public string? Name { get; set; } }
            public class Thing
            {
                [JsonIgnore, Required] public Owner? Missing { get; set; }
                [JsonIgnore] public Owner Ignored { get; set; } = new();
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Owner Seen { get; set; } = new();
                public static Thing Sample() => new();
            }
            """);
        Assert.Equal(["missing required: The Missing field is required.", "seen.name required: The Name field is required."], Sample(validators, "M.Thing"));
    }

    [Fact]
    public void Types_without_rules_get_no_validator()
    {
        using var validators = GeneratedValidators.Make(Usings + """
            public class Plain { public string? Name { get; set; } public List<Other> Others { get; set; } = []; }
            public class Other { public int Number { get; set; } }
            [Covet.Validate] public class Marked { public int Number { get; set; } }
            """);
        Assert.Equal(["M_Marked"], validators.Files.Keys);
    }

    [Fact]
    public void Keywords_generics_and_nullable_items_are_written_as_they_must_be()
    {
        using var validators = GeneratedValidators.Make("""
            using System.ComponentModel.DataAnnotations;
            namespace @namespace.@class;
            public class @event<T>
            {
                [Required] public T? @if { get; set; }
                public List<@struct?>? @in { get; set; }
                public @struct?[]? Many { get; set; }
                public Dictionary<int, List<@struct>?>? @is { get; set; }
                public class @enum { [Range(1, 2)] public int @record { get; set; } }
                public @enum? Inner { get; set; }
            }
            public struct @struct { [Range(1, 2)] public int? @new { get; set; } }
            public class Root
            {
                public @event<string>? A { get; set; }
                public @event<int?>? B { get; set; }
                public static Root Sample() => new() { A = new() { @in = [null, new()], Many = [null, new() { @new = 5 }], @is = new() { [3] = null, [4] = [new() { @new = 0 }] }, Inner = new() }, B = new() { @if = 1 } };
            }
            """);
        Assert.Equal(
            ["a.if", "a.many[1].new", "a.is.4[0].new", "a.inner.record"],
            Sample(validators, "namespace.class.Root").Select(error => error.Split(' ')[0]));
    }

    private static IEnumerable<string> Sample(GeneratedValidators validators, string type, string method = "Sample")
    {
        var model = validators.Type(type);
        var value = model.GetMethod(method)!.Invoke(null, null)!;
        return validators.Run(value).Select(error => $"{error.Key} {error.Code}: {error.Message}");
    }
}
