namespace Covet.Generators.Tests.OpenApi;

public sealed class SchemaTests
{
    /// <summary>The document of a handler that returns and, where asked, takes a type.</summary>
    private static ApiDocument Of(string types, string type = "Thing", bool input = false, string attributes = "") => ApiDocument.Of($$"""
        using Covet;
        using System.ComponentModel;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        {{attributes}}
        namespace N
        {
            {{types}}
            [Handler("/a")] public static class ThingHandler
            {
                [Get] public static {{type}} Get() => throw new InvalidOperationException();
                {{(input ? $"[Post] public static void Post({type} body) {{ }}" : "")}}
            }
        }
        """);

    [Fact]
    public void The_whole_document_of_a_model() => Assert.NotEmpty(ApiDocument.Of("""
        using Covet;
        using System.Text.Json.Serialization;
        namespace N;

        /// <summary>A drawing.</summary>
        public sealed record Drawing([property: Required, StringLength(40, MinimumLength = 1)] string Name, List<Shape> Shapes, Dictionary<string, decimal?> Prices)
        {
            /// <summary>How large.</summary>
            [Range(1, 100)] public int Scale { get; init; } = 10;
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Drawing? Copied { get; init; }
        }

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Square), "square")]
        public abstract record Shape([property: JsonPropertyName("colour")] Colour? Color);
        public sealed record Circle(double Radius, Colour? Color) : Shape(Color);
        public sealed record Square(double Side, Colour? Color) : Shape(Color);

        [JsonConverter(typeof(JsonStringEnumConverter<Colour>))] public enum Colour { Red, Blue }

        [Handler("/drawings")]
        public static class DrawingHandler
        {
            [Post] public static Drawing Post(Drawing drawing) => drawing;
        }
        """).Root);

    [Theory]
    [InlineData("string", """{ "type": "string" }""")]
    [InlineData("string?", """{ "type": ["string", "null"] }""")]
    [InlineData("char", """{ "type": "string", "minLength": 1, "maxLength": 1 }""")]
    [InlineData("bool", """{ "type": "boolean" }""")]
    [InlineData("bool?", """{ "type": ["boolean", "null"] }""")]
    [InlineData("sbyte", """{ "type": "integer", "format": "int8" }""")]
    [InlineData("byte", """{ "type": "integer", "format": "uint8", "minimum": 0 }""")]
    [InlineData("int", """{ "type": "integer", "format": "int32" }""")]
    [InlineData("long?", """{ "type": ["integer", "null"], "format": "int64" }""")]
    [InlineData("ulong", """{ "type": "integer", "format": "uint64", "minimum": 0 }""")]
    [InlineData("Int128", """{ "type": "integer" }""")]
    [InlineData("float", """{ "type": "number", "format": "float" }""")]
    [InlineData("double", """{ "type": "number", "format": "double" }""")]
    [InlineData("decimal", """{ "type": "number", "format": "decimal" }""")]
    [InlineData("Guid", """{ "type": "string", "format": "uuid" }""")]
    [InlineData("DateTime", """{ "type": "string", "format": "date-time" }""")]
    [InlineData("DateTimeOffset?", """{ "type": ["string", "null"], "format": "date-time" }""")]
    [InlineData("DateOnly", """{ "type": "string", "format": "date" }""")]
    [InlineData("TimeOnly", """{ "type": "string", "format": "time-local" }""")]
    [InlineData("Uri", """{ "type": "string", "format": "uri-reference" }""")]
    [InlineData("byte[]", """{ "type": "string", "format": "byte", "contentEncoding": "base64" }""")]
    [InlineData("object", "{}")]
    [InlineData("JsonElement", "{}")]
    [InlineData("JsonObject", """{ "type": "object" }""")]
    [InlineData("JsonArray", """{ "type": "array", "items": {} }""")]
    [InlineData("int[]", """{ "type": "array", "items": { "type": "integer", "format": "int32" } }""")]
    [InlineData("List<string?>", """{ "type": "array", "items": { "type": ["string", "null"] } }""")]
    [InlineData("HashSet<int>", """{ "type": "array", "items": { "type": "integer", "format": "int32" }, "uniqueItems": true }""")]
    [InlineData("int[][]", """{ "type": "array", "items": { "type": "array", "items": { "type": "integer", "format": "int32" } } }""")]
    [InlineData("Dictionary<string, List<bool>>?", """{ "type": ["object", "null"], "additionalProperties": { "type": "array", "items": { "type": "boolean" } } }""")]
    [InlineData("Other", """{ "$ref": "#/components/schemas/Other" }""")]
    [InlineData("Other?", """{ "anyOf": [{ "$ref": "#/components/schemas/Other" }, { "type": "null" }] }""")]
    [InlineData("Other?[]", """{ "type": "array", "items": { "anyOf": [{ "$ref": "#/components/schemas/Other" }, { "type": "null" }] } }""")]
    public void A_members_type_is_described(string type, string schema)
    {
        var document = Of($$"""public sealed record Other(int X); public sealed record Thing({{type}} Value);""");
        ApiDocument.Equal(schema, document.Schemas["Thing"]!["properties"]!["value"]);
    }

    [Theory]
    [InlineData("[property: Required] string", """{ "type": "string", "minLength": 1 }""")]
    [InlineData("[property: Required(AllowEmptyStrings = true)] string", """{ "type": "string" }""")]
    [InlineData("[property: StringLength(5, MinimumLength = 2)] string", """{ "type": "string", "minLength": 2, "maxLength": 5 }""")]
    [InlineData("[StringLength(5)] string?", """{ "type": ["string", "null"], "maxLength": 5 }""")]
    [InlineData("[property: MinLength(1), MaxLength(3)] int[]", """{ "type": "array", "items": { "type": "integer", "format": "int32" }, "minItems": 1, "maxItems": 3 }""")]
    [InlineData("[property: Length(1, 2)] Dictionary<string, int>", """{ "type": "object", "additionalProperties": { "type": "integer", "format": "int32" }, "minProperties": 1, "maxProperties": 2 }""")]
    [InlineData("[property: Range(-1, 10)] int", """{ "type": "integer", "format": "int32", "minimum": -1, "maximum": 10 }""")]
    [InlineData("[property: Range(0.5, double.MaxValue, MinimumIsExclusive = true)] double", """{ "type": "number", "format": "double", "exclusiveMinimum": 0.5 }""")]
    [InlineData("[property: Range(typeof(decimal), \"0.01\", \"9.99\")] decimal", """{ "type": "number", "format": "decimal", "minimum": 0.01, "maximum": 9.99 }""")]
    [InlineData("[property: RegularExpression(\"[a-z]+\")] string", """{ "type": "string", "pattern": "^(?:[a-z]+)$" }""")]
    [InlineData("[property: RegularExpression(\"^[a-z]+$\")] string", """{ "type": "string", "pattern": "^[a-z]+$" }""")]
    [InlineData("[property: EmailAddress] string", """{ "type": "string", "format": "email" }""")]
    [InlineData("[property: Url] string", """{ "type": "string", "format": "uri" }""")]
    [InlineData("[property: Phone] string", """{ "type": "string", "format": "phone" }""")]
    [InlineData("[property: CreditCard] string", """{ "type": "string", "format": "credit-card" }""")]
    [InlineData("[property: Base64String] string", """{ "type": "string", "format": "byte", "contentEncoding": "base64" }""")]
    [InlineData("[property: AllowedValues(\"a\", \"b\")] string", """{ "type": "string", "enum": ["a", "b"] }""")]
    [InlineData("[property: AllowedValues(1, null)] int?", """{ "type": ["integer", "null"], "format": "int32", "enum": [1, null] }""")]
    [InlineData("[property: DeniedValues(0)] int", """{ "type": "integer", "format": "int32", "not": { "enum": [0] } }""")]
    [InlineData("[property: DataType(DataType.Password)] string", """{ "type": "string", "format": "password" }""")]
    [InlineData("[property: Display(Name = \"The value\", Description = \"Shown.\")] int", """{ "description": "Shown.", "type": "integer", "format": "int32", "title": "The value" }""")]
    [InlineData("[property: Description(\"Told.\")] int", """{ "description": "Told.", "type": "integer", "format": "int32" }""")]
    [InlineData("[property: DefaultValue(4)] int", """{ "type": "integer", "format": "int32", "default": 4 }""")]
    [InlineData("[property: Obsolete] int", """{ "type": "integer", "format": "int32", "deprecated": true }""")]
    [InlineData("[property: JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] int", """{ "type": "string", "pattern": "^-?\\d+$" }""")]
    [InlineData("[property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] double", """{ "anyOf": [{ "type": "number", "format": "double" }, { "type": "string", "enum": ["NaN", "Infinity", "-Infinity"] }] }""")]
    [InlineData("[property: JsonConverter(typeof(JsonStringEnumConverter<Kind>))] Kind", """{ "type": "string", "enum": ["Small", "Large"] }""")]
    public void Attributes_become_keywords(string member, string schema)
    {
        var document = Of($$"""public enum Kind { Small, Large } public sealed record Thing({{member}} Value);""");
        ApiDocument.Equal(schema, document.Schemas["Thing"]!["properties"]!["value"]);
    }

    [Fact]
    public void Names_order_and_presence_are_those_of_the_json_code()
    {
        var document = Of(
            """
            public sealed class Thing
            {
                [JsonPropertyName("the-id")] public int Id { get; set; }
                [JsonIgnore] public int Hidden { get; set; }
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Note { get; set; }
                [JsonPropertyOrder(-1)] public bool First { get; set; }
                public int Computed => 1;
                public required string Must { get; init; }
                [JsonExtensionData] public Dictionary<string, JsonElement>? More { get; set; }
            }
            """);
        ApiDocument.Equal(
            """
            {
              "type": "object",
              "required": ["first", "the-id", "computed", "must"],
              "properties": {
                "first": { "type": "boolean" },
                "the-id": { "type": "integer", "format": "int32" },
                "note": { "type": ["string", "null"] },
                "computed": { "type": "integer", "format": "int32", "readOnly": true },
                "must": { "type": "string" }
              },
              "additionalProperties": {}
            }
            """,
            document.Schemas["Thing"]);
        Assert.Equal(["first", "the-id", "note", "computed", "must"], document.Schemas["Thing"]!["properties"]!.AsObject().Select(p => p.Key));
    }

    [Fact]
    public void What_a_request_must_have_is_required_of_a_type_that_requests_use()
    {
        const string Types = """public sealed record Thing(string Name, int Count, string? Note, int Limit = 5) { public bool Done { get; set; } }""";
        ApiDocument.Equal("""["name", "count", "note", "limit", "done"]""", Of(Types).Schemas["Thing"]!["required"]);
        var both = Of(Types, input: true);
        ApiDocument.Equal("""["name"]""", both.Schemas["Thing"]!["required"]);
        Assert.Equal(5, (int?)both.Schemas["Thing"]!["properties"]!["limit"]!["default"]);
    }

    [Fact]
    public void The_options_of_the_assembly_are_honoured()
    {
        var document = Of(
            "public enum Kind { SmallOne, Large } public sealed class Thing { public Kind TheKind { get; set; } public string? TheNote { get; set; } }",
            attributes: "[assembly: CovetJsonOptions(NamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnums = true)]");
        ApiDocument.Equal(
            """
            {
              "type": "object",
              "required": ["the_kind"],
              "properties": { "the_kind": { "$ref": "#/components/schemas/Kind" }, "the_note": { "type": ["string", "null"] } }
            }
            """,
            document.Schemas["Thing"]);
        ApiDocument.Equal("""{ "type": "string", "enum": ["SmallOne", "Large"] }""", document.Schemas["Kind"]);
    }

    [Fact]
    public void Enums_are_names_or_numbers_as_they_are_written()
    {
        var document = Of(
            """
            /// <summary>How big.</summary>
            public enum Size { /** <summary>Fits a pocket.</summary> */ Small = 1, Large = 5, Big = 5 }
            [JsonConverter(typeof(JsonStringEnumConverter<Colour>))] public enum Colour { Red, [JsonStringEnumMemberName("deep-blue")] Blue }
            [Flags] public enum Days { None = 0, Mo = 1, Tu = 2 }
            public sealed record Thing(Size Size, Colour Colour, Days Days, Colour? Maybe);
            """);
        ApiDocument.Equal(
            """
            {
              "description": "How big.", "type": "integer", "format": "int32", "enum": [1, 5],
              "x-enum-varnames": ["Small", "Large"], "x-enum-descriptions": ["Fits a pocket.", ""]
            }
            """,
            document.Schemas["Size"]);
        ApiDocument.Equal("""{ "type": "string", "enum": ["Red", "deep-blue"] }""", document.Schemas["Colour"]);
        ApiDocument.Equal("""{ "type": "integer", "format": "int32" }""", document.Schemas["Days"]);
        ApiDocument.Equal("""{ "anyOf": [{ "$ref": "#/components/schemas/Colour" }, { "type": "null" }] }""", document.Schemas["Thing"]!["properties"]!["maybe"]);
    }

    [Fact]
    public void Recursive_types_refer_to_themselves()
    {
        var document = Of("public sealed record Thing(Thing? Parent, List<Thing> Children, Forest? Trees); public sealed class Forest : List<Forest>;");
        ApiDocument.Equal(
            """
            {
              "type": "object",
              "required": ["parent", "children", "trees"],
              "properties": {
                "parent": { "anyOf": [{ "$ref": "#/components/schemas/Thing" }, { "type": "null" }] },
                "children": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } },
                "trees": { "anyOf": [{ "$ref": "#/components/schemas/Forest" }, { "type": "null" }] }
              }
            }
            """,
            document.Schemas["Thing"]);
        ApiDocument.Equal("""{ "type": "array", "items": { "$ref": "#/components/schemas/Forest" } }""", document.Schemas["Forest"]);
    }

    [Fact]
    public void A_polymorphic_type_is_one_of_its_derived_types_by_discriminator()
    {
        var document = Of(
            """
            [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Square), "square")]
            public abstract record Shape(string Name);
            public sealed record Circle(string Name, double Radius) : Shape(Name);
            public sealed record Square(string Name, double Side) : Shape(Name);
            public sealed record Thing(Shape Any, Circle One);
            """);
        ApiDocument.Equal(
            """
            {
              "oneOf": [{ "$ref": "#/components/schemas/ShapeCircle" }, { "$ref": "#/components/schemas/ShapeSquare" }],
              "discriminator": { "propertyName": "kind", "mapping": { "circle": "#/components/schemas/ShapeCircle", "square": "#/components/schemas/ShapeSquare" } }
            }
            """,
            document.Schemas["Shape"]);
        ApiDocument.Equal(
            """
            {
              "type": "object",
              "required": ["kind", "radius", "name"],
              "properties": { "kind": { "type": "string", "const": "circle" }, "radius": { "type": "number", "format": "double" }, "name": { "type": "string" } }
            }
            """,
            document.Schemas["ShapeCircle"]);
        Assert.False(document.Schemas["Circle"]!["properties"]!.AsObject().ContainsKey("kind"));
    }

    [Fact]
    public void A_base_type_that_is_a_value_too_is_any_of()
    {
        var document = Of(
            """
            [JsonDerivedType(typeof(Dog), "dog")] public record Thing(string Name);
            public sealed record Dog(string Name, bool Loud) : Thing(Name);
            """);
        ApiDocument.Equal("""{ "anyOf": [{ "$ref": "#/components/schemas/ThingDog" }, { "$ref": "#/components/schemas/ThingBase" }] }""", document.Schemas["Thing"]);
        ApiDocument.Equal("""{ "type": "object", "required": ["name"], "properties": { "name": { "type": "string" } } }""", document.Schemas["ThingBase"]);
    }

    [Fact]
    public void A_member_without_a_getter_is_write_only_and_one_without_a_setter_read_only()
    {
        var login = ApiDocument.Of("""
            using Covet;
            namespace N;
            public sealed class Login { private string secret = ""; public string Secret { set => secret = value; } public int Length => secret.Length; }
            [Handler("/a")] public static class LoginHandler { [Post] public static Login Post(Login body) => body; }
            """).Root["components"]!["schemas"]!["Login"]!["properties"]!;
        ApiDocument.Equal("""{ "type": "string", "writeOnly": true }""", login["secret"]);
        ApiDocument.Equal("""{ "type": "integer", "format": "int32", "readOnly": true }""", login["length"]);
    }

    [Fact]
    public void Names_are_readable_and_never_clash()
    {
        var document = ApiDocument.Of("""
            using Covet;
            namespace Shop.Orders { public sealed record Item(int A); }
            namespace Shop.Stock { public sealed record Item(int B); public static class Nested { public sealed record Deep(int C); } }
            namespace N
            {
                public sealed record Page<T>(List<T> Items);
                public sealed record Pair<TLeft, TRight>(TLeft Left, TRight Right);
                public sealed record Ünicode(int X);
                [Handler("/a")]
                public static class ThingHandler
                {
                    [Get("1")] public static Page<Shop.Orders.Item> A() => new([]);
                    [Get("2")] public static Page<Shop.Stock.Item> B() => new([]);
                    [Get("3")] public static Pair<string, Page<int?>> C() => new("", new([]));
                    [Get("4")] public static Shop.Stock.Nested.Deep D() => new(1);
                    [Get("5")] public static Pair<int[], Dictionary<string, Guid>> E() => new([], []);
                    [Get("6")] public static Ünicode F() => new(1);
                }
            }
            """);
        Assert.Equal(
            [
                "Deep", "NPageOfOrdersItem", "NPageOfStockItem", "OrdersItem", "PageOfNullableInt", "PairOfIntArrayAndDictionaryOfStringAndGuid",
                "PairOfStringAndPageOfNullableInt", "StockItem", "ProblemDetails", "u00dcnicode",
            ],
            document.Schemas.Select(s => s.Key).OrderBy(k => k == "ProblemDetails" ? "T" : k, StringComparer.Ordinal));
    }

    [Fact]
    public void Comments_and_examples_of_members_and_base_members_are_described()
    {
        var document = Of(
            """
            public abstract class Base
            {
                /// <summary>When <see cref="Thing"/> was made, see <see href="https://example.org/x">the rules</see>.</summary>
                /// <remarks>Never <see langword="null"/>.</remarks>
                public DateTimeOffset Made { get; set; }

                /// <summary>Base text.</summary>
                public virtual string Name { get; set; } = "";
            }

            /// <summary>A thing:
            /// <list type="bullet"><item>with <c>code</c></item><item><term>term</term><description>text</description></item></list>
            /// <para>Second <paramref name="x"/>.</para>
            /// </summary>
            /// <example>{ "count": 3 }</example>
            /// <seealso href="https://example.org/thing">More</seealso>
            public sealed class Thing : Base
            {
                /// <inheritdoc/>
                public override string Name { get; set; } = "";

                /// <value>How many.</value>
                /// <example>12</example>
                public int Count { get; set; }

                /// <inheritdoc cref="Base.Made"/>
                public DateTimeOffset Again { get; set; }
            }
            """);
        var thing = document.Schemas["Thing"]!;
        Assert.Equal("A thing:\n\n- with `code`\n- **term**: text\n\nSecond `x`.", (string?)thing["description"]);
        ApiDocument.Equal("""[{ "count": 3 }]""", thing["examples"]);
        ApiDocument.Equal("""{ "description": "More", "url": "https://example.org/thing" }""", thing["externalDocs"]);
        var properties = thing["properties"]!;
        Assert.Equal("Base text.", (string?)properties["name"]!["description"]);
        Assert.Equal("How many.", (string?)properties["count"]!["description"]);
        ApiDocument.Equal("[12]", properties["count"]!["examples"]);
        Assert.Equal("When `Thing` was made, see [the rules](https://example.org/x).\n\nNever `null`.", (string?)properties["made"]!["description"]);
        Assert.Equal((string?)properties["made"]!["description"], (string?)properties["again"]!["description"]);
    }

    [Fact]
    public void Unmapped_members_that_are_refused_are_not_allowed() =>
        Assert.False((bool?)Of("[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public sealed record Thing(int X);", input: true).Schemas["Thing"]!["additionalProperties"]);
}
