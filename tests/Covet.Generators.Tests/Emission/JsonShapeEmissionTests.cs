using Covet.Generators.Tests.Json;

namespace Covet.Generators.Tests.Emission;

/// <summary>The code of the shapes that JSON has besides plain objects and lists.</summary>
public sealed class JsonShapeEmissionTests
{
    [Fact]
    public void Derived_types_are_told_apart_by_their_discriminator() => GeneratorTestHelper.Verify(
        JsonProgram.WithUsings("""
            [JsonModel, JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Square), "square")]
            public abstract record Shape;
            public sealed record Circle(double Radius) : Shape;
            public sealed record Square(double Side) : Shape;
            """),
        file => file is "Json.Shape.g.cs" or "Json.Circle.g.cs");

    [Fact]
    public void Setters_private_members_dictionaries_and_converters_have_their_own_ways() => GeneratorTestHelper.Verify(
        JsonProgram.WithUsings("""
            [JsonModel]
            public sealed class Settings
            {
                [JsonPropertyName("na\"me"), JsonPropertyOrder(1)] public string Name { get; set; } = "";
                [JsonInclude] private int Secret { get; set; }
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public required long Count { get; init; }
                [JsonConverter(typeof(JsonStringEnumConverter<Level>))] public Level Level { get; set; }
                public Dictionary<Guid, int[]> Map { get; set; } = [];
                [JsonExtensionData] public Dictionary<string, JsonElement>? Rest { get; set; }
                public int Read() => Secret;
            }
            public enum Level { Low, High }
            """),
        file => file.StartsWith("Json.Settings", StringComparison.Ordinal) || file.Contains("Dictionary", StringComparison.Ordinal));
}
