using System.Collections.Immutable;
using Covet.Generators.Emit.OpenApi;
using Covet.Generators.Emit.OpenApi.Contract;
using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;
using Covet.Generators.Parsing;
using Covet.Generators.Parsing.OpenApi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators;

/// <summary>The pipeline's part for the OpenAPI documents: a fragment a handler, put together once.</summary>
internal static class OpenApiSteps
{
    private static readonly string[] AssemblyAttributes = ["Covet.ApiDocumentAttribute", "Covet.ApiSecuritySchemeAttribute"];

    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<HandlerSpec> handlers,
        IncrementalValueProvider<AssemblySpec> assembly,
        IncrementalValueProvider<ImmutableArray<RouteLocationSpec>> locations)
    {
        var each = handlers.Select(static (handler, _) => FragmentBuilder.Create(handler)).WithTrackingName(StepNames.OpenApiFragments);
        var fragments = each.Collect();

        // Few edits change which texts of other assemblies are asked for, and reading those takes long.
        var ids = each.Select(static (fragment, _) => ExternalDocParser.Ids([fragment]).OrderBy(id => id, StringComparer.Ordinal).ToEquatableArray()).WithTrackingName(StepNames.OpenApiDocIds).Collect();
        var libraries = context.CompilationProvider.Select(LibraryFragmentParser.Parse).WithTrackingName(StepNames.OpenApiLibraries);
        var texts = Files(context, "CovetDocumentation", ".xml")
            .Combine(Files(context, "CovetDocumentation", ".sources.txt"))
            .Combine(ids.Combine(libraries))
            .Select(static (pair, cancellation) => ExternalDocParser.Parse(pair.Left.Left, pair.Left.Right, [.. pair.Right.Left.SelectMany(own => own), .. ExternalDocParser.Ids(pair.Right.Right)], cancellation))
            .WithTrackingName(StepNames.OpenApiTexts);
        var documents = Options(context, assembly)
            .Combine(fragments)
            .Combine(libraries)
            .Combine(texts)
            .Combine(assembly)
            .Select(static (pair, _) => new OpenApiSpec(
                pair.Right.IsApplication,
                pair.Left.Left.Left.Left,
                pair.Left.Left.Left.Right.ToEquatableArray(),
                pair.Left.Left.Right,
                pair.Left.Right))
            .WithTrackingName(StepNames.Documents);
        context.RegisterSourceOutput(documents, static (output, spec) => Emit(output, spec));

        var baselines = Files(context, null, ".baseline.json").WithTrackingName(StepNames.OpenApiBaselines);
        var changes = documents.Combine(baselines)
            .Select(static (pair, _) => pair.Right.SelectMany(file => Changes(pair.Left, file)).ToEquatableArray())
            .WithTrackingName(StepNames.OpenApiChanges);
        context.RegisterSourceOutput(changes.Combine(locations).Combine(context.CompilationProvider), static (output, pair) =>
        {
            foreach (var change in pair.Left.Left)
            {
                var place = pair.Left.Right.FirstOrDefault(l => change.Endpoint is not null && l.Key.StartsWith(change.Endpoint + "#", StringComparison.Ordinal))?.Location;
                DiagnosticReporter.Report(output, change.RuleId, change.Message, place, change.Baseline, pair.Right);
            }
        });
    }

    private static IncrementalValueProvider<OpenApiOptionsSpec> Options(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<AssemblySpec> assembly)
    {
        var properties = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => OpenApiOptionsParser.Properties(options.GlobalOptions))
            .WithTrackingName(StepNames.OpenApiProperties);
        IncrementalValueProvider<ImmutableArray<AttributeSpec>>? attributes = null;
        foreach (var name in AssemblyAttributes)
        {
            var found = context.SyntaxProvider.ForAttributeWithMetadataName(
                name,
                static (node, _) => node is CompilationUnitSyntax,
                static (match, _) => match.Attributes.Select(AttributeSpecParser.Parse).ToEquatableArray())
                .SelectMany(static (list, _) => list)
                .WithTrackingName(StepNames.OpenApiAssembly)
                .Collect();
            attributes = attributes is { } previous ? previous.Combine(found).Select(static (pair, _) => pair.Left.AddRange(pair.Right)) : found;
        }

        return properties.Combine(attributes!.Value).Combine(assembly).Select(static (pair, _) =>
            OpenApiOptionsParser.WithAssembly(pair.Left.Left, pair.Right.Name, pair.Left.Right.ToEquatableArray(), pair.Right.Versioning));
    }

    private static IncrementalValueProvider<EquatableArray<OpenApiFileSpec>> Files(IncrementalGeneratorInitializationContext context, string? metadata, string ending) =>
        context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(pair => metadata is null || (pair.Right.GetOptions(pair.Left).TryGetValue("build_metadata.AdditionalFiles." + metadata, out var value) && value == "true"))
            .Select(static (pair, cancellation) => new OpenApiFileSpec(pair.Left.Path, pair.Left.GetText(cancellation)?.ToString() ?? ""))
            .Collect()
            .Select(static (files, _) => files.OrderBy(f => f.Path, StringComparer.Ordinal).ToEquatableArray());

    private static void Emit(SourceProductionContext output, OpenApiSpec spec)
    {
        if (spec.IsApplication)
        {
            output.AddSource("CovetOpenApi.g.cs", OpenApiEmitter.Emit(DocumentComposer.Compose(spec)));
        }
        else if (spec.Fragments.Count != 0)
        {
            output.AddSource("CovetOpenApiFragments.g.cs", OpenApiEmitter.EmitFragments(spec.Fragments.Select(f => f.Json)));
        }
    }

    private static IEnumerable<ContractChange> Changes(OpenApiSpec spec, OpenApiFileSpec file)
    {
        var name = System.IO.Path.GetFileName(file.Path);
        name = name.Substring(0, name.Length - ".baseline.json".Length);
        return spec.IsApplication && DocumentComposer.Compose(spec).FirstOrDefault(d => d.Name == name) is { } document
            ? ContractComparer.Compare(file.Text, document).Select(change => change with { Baseline = file.Path })
            : [];
    }
}
