using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests;

/// <summary>Holds the picture of <c>docs/architecture.md</c> true; the order of the runtime's folders is read from the document.</summary>
public sealed partial class LayerTests
{
    /// <summary>The global usings of Covet.Runtime.</summary>
    internal const string RuntimeUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        global using global::Microsoft.AspNetCore.Http;
        global using global::System.ComponentModel;
        """;

    private const string GeneratorUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.Linq;
        global using global::System.Threading;
        """;

    // Text helpers of Roslyn that know the language and no symbol.
    private static readonly string[] TextHelpers = ["SymbolDisplay", "SyntaxFacts", "SyntaxKind", "SourceText", "ObjectDisplay"];

    [Fact]
    public void Calls_inside_the_runtime_go_down_the_documents_list_only()
    {
        var level = DocumentedLevels();
        var layers = SourceLayers.Load("Covet.Runtime", null, RuntimeUsings, References.All.Where(r => Path.GetFileName(r.Display) != "Covet.Runtime.dll"));
        Assert.True(layers.Unbound().Count == 0, string.Join("\n", layers.Unbound()));

        var offences = layers.Uses()
            .Where(u => u.To is { Length: > 0 } && u.From.Length > 0 && u.From != u.To)
            .Where(u => !level.TryGetValue(u.From, out var from) || !level.TryGetValue(u.To!, out var to) || to <= from)
            .Select(u => $"{u.File} ({u.From}) uses {u.TypeName} of {u.To}")
            .Distinct()
            .ToList();

        Assert.True(offences.Count == 0, string.Join("\n", offences));
    }

    [Fact]
    public void Every_folder_of_the_runtime_is_in_the_document()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "Covet.Runtime"))
            .Where(d => Directory.EnumerateFiles(d, "*.cs", SearchOption.AllDirectories).Any())
            .Select(d => Path.GetFileName(d)!)
            .Except(["bin", "obj"]);
        Assert.Empty(folders.Except(DocumentedLevels().Keys));
    }

    [Fact]
    public void Specs_know_nothing_of_Roslyn_or_of_other_folders()
    {
        var offences = GeneratorUses()
            .Where(u => u.From == "Model")
            .Where(u => u.To is { } to ? to != "Model" && to.Length > 0 : u.Assembly.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(u => $"{u.File} uses {u.TypeName}")
            .Distinct();
        Assert.True(!offences.Any(), string.Join("\n", offences));
    }

    [Fact]
    public void Emitters_see_specs_and_text_helpers_but_no_symbol()
    {
        var offences = GeneratorUses()
            .Where(u => u.From == "Emit")
            .Where(u => u.To == "Parsing" || (u.Assembly.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && !TextHelpers.Contains(u.TypeName, StringComparer.Ordinal)))
            .Select(u => $"{u.File} uses {u.TypeName}")
            .Distinct();
        Assert.True(!offences.Any(), string.Join("\n", offences));
    }

    [Fact]
    public void Route_templates_are_understood_without_symbols()
    {
        var offences = GeneratorUses()
            .Where(u => u.From == "Routing")
            .Where(u => u.To is "Parsing" or "Emit" || (u.Assembly.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && !TextHelpers.Contains(u.TypeName, StringComparer.Ordinal)))
            .Select(u => $"{u.File} uses {u.TypeName}")
            .Distinct();
        Assert.True(!offences.Any(), string.Join("\n", offences));
    }

    [Fact]
    public void Parsing_does_not_emit()
    {
        var offences = GeneratorUses().Where(u => u.From == "Parsing" && u.To == "Emit").Select(u => $"{u.File} uses {u.TypeName}").Distinct();
        Assert.True(!offences.Any(), string.Join("\n", offences));
    }

    private static readonly Lazy<List<LayerUse>> GeneratorUsesOnce = new(FindGeneratorUses);

    private static List<LayerUse> GeneratorUses() => GeneratorUsesOnce.Value;

    private static List<LayerUse> FindGeneratorUses()
    {
        // The generator's netstandard2.0 polyfills stand in the sources; the running framework's own types give way to them.
        var layers = SourceLayers.Load(
            "Covet.Generators",
            "Covet.Runtime/Routing/Layout",
            GeneratorUsings,
            [.. References.All, MetadataReference.CreateFromFile(typeof(ISymbol).Assembly.Location), MetadataReference.CreateFromFile(typeof(CSharpCompilation).Assembly.Location)]);
        Assert.True(layers.Unbound().Count == 0, string.Join("\n", layers.Unbound()));
        return [.. layers.Uses()];
    }

    /// <summary>The sentence "Calls inside ... go down this list only: A -> B, C -> D." as folder to depth.</summary>
    private static Dictionary<string, int> DocumentedLevels()
    {
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md"));
        var sentence = ListSentence().Match(document);
        Assert.True(sentence.Success, "docs/architecture.md lost the sentence that orders the folders of Covet.Runtime.");
        return sentence.Groups["list"].Value.ReplaceLineEndings(" ")
            .Split("->")
            .SelectMany((names, depth) => names.Split(',').Select(n => (Name: n.Trim(), depth)))
            .ToDictionary(x => x.Name, x => x.depth, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"Calls inside `Covet\.Runtime` go down this list only: (?<list>[^.]+)\.")]
    private static partial Regex ListSentence();
}
