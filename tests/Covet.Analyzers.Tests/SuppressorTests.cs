namespace Covet.Analyzers.Tests;

/// <summary>The warnings of trimming and of native code on attributes whose rules Covet generates are taken back, and no others.</summary>
public sealed class SuppressorTests
{
    [Theory]
    [InlineData("[MinLength(1)] public string[] Texts { get; set; } = [];", true)]
    [InlineData("[MaxLength(9)] public string[] Texts { get; set; } = [];", true)]
    [InlineData("[Length(1, 9)] public string[] Texts { get; set; } = [];", true)]
    [InlineData("[Range(typeof(decimal), \"0\", \"9\")] public decimal Price { get; set; }", true)]
    [InlineData("[Own] public string Text { get; set; } = \"\";", false)]
    [InlineData("public object Made() => Needs.Reflection();", false)]
    public async Task Only_the_attributes_of_DataAnnotations_are_suppressed(string member, bool suppressed)
    {
        var project = UserProject.Create($$"""
            using System.Diagnostics.CodeAnalysis;
            public sealed class Model
            {
                {{member}}
            }
            public sealed class OwnAttribute : ValidationAttribute
            {
                [RequiresUnreferencedCode("It reflects.")]
                public OwnAttribute() { }
            }
            public static class Needs
            {
                [RequiresUnreferencedCode("It reflects.")]
                public static object Reflection() => new();
            }
            """);
        var found = await project.AnalyzeAsync(new RequiresCodeAnalyzer());
        var warning = Assert.Single(found, static diagnostic => diagnostic.Id == "IL2026");
        Assert.Equal(suppressed, warning.IsSuppressed);
        Assert.Equal(suppressed ? ["CVTS0601"] : [], warning.GetSuppressionInfo(project.Output)?.ProgrammaticSuppressions.Select(static suppression => suppression.Descriptor.Id) ?? []);
    }
}
