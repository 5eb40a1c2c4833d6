namespace Covet.Generators.Tests.Json;

public sealed class JsonEmissionTests
{
    private const string Source = """
        [JsonModel] public sealed record Todo(Guid Id, string Title, DateOnly? Due) { public List<string> Tags { get; init; } = []; }
        [JsonModel] public enum Level { Low, High }
        """;

    [Fact]
    public void The_code_of_a_small_model_is_short_and_readable() =>
        GeneratorTestHelper.Verify(JsonProgram.WithUsings(Source), file => file.StartsWith("Json", StringComparison.Ordinal));

    [Fact]
    public void An_edit_of_one_model_regenerates_that_model_alone() =>
        GeneratorTestHelper.Verify(JsonProgram.WithUsings(Source), file => file == "Json.Todo.g.cs").EditRegeneratesOnly("string Title", "string? Title", "Json.Todo.g.cs");
}
