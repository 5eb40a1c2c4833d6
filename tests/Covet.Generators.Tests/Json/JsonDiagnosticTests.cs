namespace Covet.Generators.Tests.Json;

public sealed class JsonDiagnosticTests
{
    [Theory]
    [InlineData("public unsafe class M { public int* P { get; set; } }", "The member 'P' of 'M' has the type 'int*', which has no JSON form: pointers have none; mark the member [JsonIgnore]")]
    [InlineData("public class M { public Action? A { get; set; } }", "The member 'A' of 'M' has the type 'System.Action?', which has no JSON form: delegates have none; mark the member [JsonIgnore]")]
    [InlineData("public class M { public int[,]? A { get; set; } }", "The member 'A' of 'M' has the type 'int[*,*]?', which has no JSON form: arrays of several dimensions have none; use an array of arrays, or a JsonConverter")]
    [InlineData("public class M { public Type? T { get; set; } }", "The member 'T' of 'M' has the type 'System.Type?', which has no JSON form: System.Text.Json refuses it for security; mark the member [JsonIgnore]")]
    [InlineData("public class M { private M(int x) { } }", "The type 'M' cannot be read from JSON: it has no public constructor without parameters and not exactly one with parameters; mark one [JsonConstructor], or use [JsonModel(WriteOnly = true)] where it is only written")]
    [InlineData("public interface M { int X { get; } }", "The type 'M' cannot be read from JSON: it is an interface; use a class, or name its implementations with [JsonDerivedType]")]
    [InlineData("public class M { public Dictionary<Exception, int> D { get; set; } = []; }", "The type 'Dictionary<Exception, int>' has keys of the type 'Exception', which cannot be names in JSON; use a string, number, GUID, date or enum, or give the type a JsonConverter")]
    [InlineData("public class M { public int A { get; set; } [JsonPropertyName(\"A\")] public int B { get; set; } }", "The members 'A' and 'B' of 'M' both have the JSON name 'A'; give one of them another [JsonPropertyName], or mark it [JsonIgnore]")]
    [InlineData("public class M { [JsonConverter(typeof(JsonStringEnumConverter))] public int A { get; set; } }", "The converter 'JsonStringEnumConverter' on the member 'A' cannot be used: it converts enums only")]
    [InlineData("[JsonDerivedType(typeof(string), \"s\")] public class M { }", "The derived types of 'M' cannot be used: string does not derive from it")]
    [InlineData("public class M { [JsonExtensionData] public List<int> A { get; set; } = []; }", "The attribute [JsonExtensionData] on the member 'A' of 'M' cannot be used: it must be a dictionary of string to object or JsonElement, or a JsonObject")]
    [InlineData("public class M { public M(int other) => X = other; public int X { get; } }", "The constructor of 'M' has the parameter 'other', but no public property or included field of that name and type; rename one of them, or mark another constructor [JsonConstructor]")]
    [InlineData("public class M { public int X { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int Y { get; set; } }", "The attribute [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] on the member 'Y' of 'M' cannot be used: its type is never null; use WhenWritingDefault")]
    [InlineData("public class M { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public (int, int) P { get; } }", "The attribute [JsonObjectCreationHandling] on the member 'P' cannot be used: a struct is handed out as a copy, so the member must have a setter that puts it back")]
    [InlineData("public class M { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public int[] P { get; set; } = []; }", "The attribute [JsonObjectCreationHandling] on the member 'P' cannot be used: only collections that have an Add, dictionaries, and classes and structs with properties can be filled")]
    [InlineData("public class M { [JsonConverter(typeof(C)), JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public List<int> P { get; } = []; } public class C : JsonConverter<List<int>> { public override List<int> Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => []; public override void Write(System.Text.Json.Utf8JsonWriter writer, List<int> value, System.Text.Json.JsonSerializerOptions options) { } }", "The attribute [JsonObjectCreationHandling] on the member 'P' cannot be used: its converter makes a new value; remove one of the two attributes")]
    [InlineData("[JsonDerivedType(typeof(D), \"d\")] public class M { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public M? P { get; set; } } public class D : M;", "The attribute [JsonObjectCreationHandling] on the member 'P' cannot be used: the input may hold another of its type's derived types than the value is")]
    [InlineData("public class M { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public List<int> P { private get; set; } = []; public int Count => P.Count; }", "The attribute [JsonObjectCreationHandling] on the member 'P' cannot be used: it has no getter that hands out the value")]
    [InlineData("public record M(int X) { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public List<int> P { get; } = []; }", "The attribute [JsonObjectCreationHandling] on the member 'P' cannot be used: its type is made by a constructor with parameters, so there is no value yet that could be filled")]
    [InlineData("[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public record M(int X) { public List<int> P { get; } = []; }", "The attribute [JsonObjectCreationHandling] on the member 'P' cannot be used: its type is made by a constructor with parameters, so there is no value yet that could be filled")]
    public void What_cannot_be_generated_is_an_error_that_names_the_member_and_the_way_out(string model, string expected) =>
        Assert.Contains(JsonProgram.Diagnose("[JsonModel] " + model), message => message.StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void A_setter_that_another_assembly_hides_is_an_error_that_names_the_member_and_the_way_out()
    {
        var library = GeneratorTestHelper.CompileLibrary("Shop", JsonProgram.WithUsings("public class Entity { public int Id { get; init; } [JsonInclude] public int Version { get; private set; } }"));
        const string Model = "[JsonModel] public sealed class Order : Entity { public string? Text { get; set; } }";
        Assert.Equal(
            "The type 'Order' cannot be read from JSON: its member 'Version' has [JsonInclude] and no setter that this assembly sees; in Shop make the setter public or init, or a parameter of the constructor, or use [JsonModel(WriteOnly = true)] where the type is only written",
            Assert.Single(GeneratorTestHelper.Diagnose(JsonProgram.WithUsings(Model), [library])).GetMessage(System.Globalization.CultureInfo.InvariantCulture).Split(" (CVT")[0]);
        Assert.Empty(GeneratorTestHelper.Diagnose(JsonProgram.WithUsings(Model.Replace("[JsonModel]", "[JsonModel(WriteOnly = true)]", StringComparison.Ordinal)), [library]));
    }

    [Fact]
    public void A_type_that_is_only_written_needs_no_constructor() =>
        Assert.Empty(JsonProgram.Diagnose("[JsonModel(WriteOnly = true)] public class M { private M(int x) { } public int X => 1; public IEnumerable<M>? All { get; set; } }"));

    [Fact]
    public void A_type_that_an_endpoint_only_returns_needs_no_constructor() =>
        Assert.Empty(JsonProgram.Diagnose("""
            [Handler("/m")] public static class H { [Get] public static M Find() => M.One; }
            public class M { public static M One { get; } = new(1); private M(int x) => X = x; public int X { get; } }
            """));

    [Fact]
    public void An_open_generic_type_is_refused() =>
        Assert.Contains(
            JsonProgram.Diagnose("[JsonModel] public class M<T> { public T? X { get; set; } }"),
            message => message.StartsWith("A JSON model has the type 'M<T>', which has no JSON form: it is open; name a closed type in [assembly: JsonModel(typeof(...))]", StringComparison.Ordinal));
}
