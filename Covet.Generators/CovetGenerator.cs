using Covet.Generators.Emit;
using Covet.Generators.Emit.Json;
using Covet.Generators.Emit.Routing;
using Covet.Generators.Emit.Validation;
using Covet.Generators.Model;
using Covet.Generators.Parsing.Handlers;
using Covet.Generators.Parsing.Json;
using Covet.Generators.Parsing.Modules;
using Covet.Generators.Parsing.Services;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators;

/// <summary>The pipeline; wiring only.</summary>
[Generator(LanguageNames.CSharp)]
internal sealed class CovetGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var declarations = Declarations(context);
        var handlers = declarations.Where(static result => result.Handler is not null).Select(static (result, _) => result.Handler!).Collect()
            .SelectMany(static (results, _) => LooseHandlers.Merge(results)).WithTrackingName(StepNames.WithPlaces.Handlers);
        var services = declarations.Where(static result => result.Services is not null).Select(static (result, _) => result.Services!).WithTrackingName(StepNames.WithPlaces.Services);
        var models = JsonModels(context);
        var calls = JsonCallSteps.Find(context);
        var modules = context.CompilationProvider.Select(ModuleParser.Parse).WithTrackingName(StepNames.Modules);
        var assembly = context.CompilationProvider.Select(static (compilation, _) => ModuleParser.Assembly(compilation)).WithTrackingName(StepNames.Assembly);

        var specs = handlers
            .Where(static result => result.Handler is { Endpoints.Count: > 0 })
            .Select(static (result, _) => result.Handler!)
            .WithTrackingName(StepNames.HandlerSpecs);
        EmitEndpoints(context, specs);
        EmitTypes(context, specs, models, JsonCallSteps.Types(calls), assembly);
        JsonCallSteps.Register(context, calls);

        var application = assembly
            .Combine(specs.Select(static (handler, _) => ApplicationView.Of(handler)).WithTrackingName(StepNames.ApplicationViews).Collect())
            .Combine(services.SelectMany(static (result, _) => result.Services).WithTrackingName(StepNames.ServiceSpecs).Collect())
            .Combine(modules)
            .Select(static (pair, _) => new ApplicationSpec(
                pair.Left.Left.Left,
                pair.Left.Left.Right.OrderBy(handler => handler.Type.FullName, StringComparer.Ordinal).ToEquatableArray(),
                pair.Left.Right.ToEquatableArray(),
                pair.Right))
            .WithTrackingName(StepNames.Application);
        context.RegisterSourceOutput(application, ApplicationFiles.Add);
        PermissionSteps.Register(context, specs, assembly);
        OpenApiSteps.Register(context, specs, assembly, handlers.SelectMany(static (result, _) => result.RouteLocations).Collect());

        var analyzers = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => DiagnosticReporter.AnalyzersReport(options.GlobalOptions)).WithTrackingName(StepNames.Analyzers);
        var diagnostics = handlers.SelectMany(static (result, _) => result.Diagnostics).Collect()
            .Combine(services.SelectMany(static (result, _) => result.Diagnostics).Collect())
            .Combine(models.SelectMany(static (result, _) => result.Diagnostics).Collect())
            .Combine(calls.SelectMany(static (result, _) => result.Diagnostics).Collect());
        var findings = application.SelectMany(static (spec, cancellation) => RouteFindings.Find(spec, cancellation)).WithTrackingName(StepNames.RouteFindings).Collect()
            .Combine(handlers.SelectMany(static (result, _) => result.RouteLocations).Collect())
            .Combine(context.CompilationProvider);
        context.RegisterSourceOutput(findings.Combine(analyzers), static (output, pair) =>
        {
            var ((found, places), compilation) = pair.Left;
            DiagnosticReporter.Report(output, found.Select(finding => RouteFindings.Locate(finding, places)), compilation, pair.Right);
        });
        context.RegisterSourceOutput(diagnostics.Combine(context.CompilationProvider).Combine(analyzers), static (output, pair) =>
        {
            var ((((handlers, services), models), calls), compilation) = pair.Left;
            DiagnosticReporter.Report(output, handlers.Concat(services).Concat(models).Concat(calls).Distinct(), compilation, pair.Right);
        });
    }

    private static IncrementalValuesProvider<DeclarationParseResult> Declarations(IncrementalGeneratorInitializationContext context) => context.SyntaxProvider
        .CreateSyntaxProvider(static (node, _) => DeclarationParser.IsCandidate(node), static (match, _) => match.Node)
        .Combine(context.CompilationProvider)
        .Select(static (pair, cancellation) => DeclarationParser.Parse(pair.Left, pair.Right, cancellation))
        .Where(static result => result is not null)
        .Select(static (result, _) => result!)
        .WithTrackingName(StepNames.WithPlaces.Declarations);

    private static void EmitEndpoints(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<HandlerSpec> specs)
    {
        var endpoints = specs.SelectMany(static (handler, _) => handler.Endpoints).WithTrackingName(StepNames.Endpoints);
        context.RegisterSourceOutput(endpoints.Combine(Crowded(endpoints.Select(static (endpoint, _) => EndpointEmitter.FileName(endpoint)), StepNames.CrowdedEndpoints)), static (output, pair) =>
        {
            var file = HintName.Of(EndpointEmitter.FileName(pair.Left), pair.Right);
            output.AddSource(file, EndpointEmitter.Emit(pair.Left, file, RouteTemplates.ParameterNames));
        });
    }

    private static IncrementalValuesProvider<JsonModelResult> JsonModels(IncrementalGeneratorInitializationContext context) => context.SyntaxProvider.ForAttributeWithMetadataName(
        "Covet.JsonModelAttribute",
        static (_, _) => true,
        static (match, cancellation) => JsonModelParser.Parse(match.TargetSymbol, match.Attributes, match.SemanticModel.Compilation, cancellation))
        .WithTrackingName(StepNames.JsonModels);

    private static void EmitTypes(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<HandlerSpec> specs,
        IncrementalValuesProvider<JsonModelResult> models,
        IncrementalValueProvider<EquatableArray<TypeSpec>> called,
        IncrementalValueProvider<AssemblySpec> assembly)
    {
        var types = specs.Collect()
            .Combine(models.Collect())
            .Combine(called)
            .SelectMany(static (pair, _) => TypeSet.Distinct(pair.Left.Left.SelectMany(handler => handler.Types).Concat(pair.Left.Right.SelectMany(model => model.Types)).Concat(pair.Right)))
            .WithTrackingName(StepNames.Types);
        var json = types.Where(static type => type.NeedsJson).Select(static (type, _) => type.Json).WithTrackingName(StepNames.JsonTypes);
        context.RegisterSourceOutput(json.Combine(Crowded(json.Select(static (type, _) => "Json." + type.Type.Id), StepNames.CrowdedTypes)), static (output, pair) =>
            output.AddSource(HintName.Of("Json." + pair.Left.Type.Id, pair.Right), JsonCodecEmitter.Emit(pair.Left)));
        var registry = json.Select(static (type, _) => (type.Type, type.Experimental)).Collect()
            .Combine(models.SelectMany(static (model, _) => model.Roots).Collect())
            .Select(static (pair, _) => (
                Types: pair.Left.Select(type => type.Type).ToEquatableArray(),
                Roots: pair.Right.Distinct().OrderBy(id => id, StringComparer.Ordinal).ToEquatableArray(),
                Experimental: pair.Left.SelectMany(type => type.Experimental).Distinct().OrderBy(id => id, StringComparer.Ordinal).ToEquatableArray()))
            .WithTrackingName(StepNames.JsonRegistry);
        context.RegisterSourceOutput(registry.Combine(assembly), static (output, pair) =>
        {
            var codecs = pair.Left;
            if (codecs.Types.Count > 0)
            {
                output.AddSource("JsonModels.g.cs", JsonRegistryEmitter.Emit(codecs.Types, codecs.Roots, codecs.Experimental, pair.Right));
            }
        });
        var settings = json.Select(static (type, _) => type.Options).Collect().Select(static (options, _) => options.FirstOrDefault(option => option.HasSettings)).WithTrackingName(StepNames.JsonSettings);
        context.RegisterSourceOutput(settings, static (output, options) =>
        {
            if (options is not null)
            {
                output.AddSource("JsonSettings.g.cs", JsonSettingsEmitter.Emit(options));
            }
        });
        var validated = specs.Collect().SelectMany(static (handlers, _) => TypeSet.Distinct(handlers.SelectMany(handler => handler.Validators))).WithTrackingName(StepNames.ValidatedTypes);
        context.RegisterSourceOutput(validated.Combine(Crowded(validated.Select(static (type, _) => "Validator." + type.Type.Id), StepNames.CrowdedValidators)), static (output, pair) =>
            output.AddSource(HintName.Of("Validator." + pair.Left.Type.Id, pair.Right), ValidatorEmitter.Emit(pair.Left)));
    }

    private static IncrementalValueProvider<EquatableArray<string>> Crowded(IncrementalValuesProvider<string> names, string step) =>
        names.Collect().Select(static (all, _) => HintName.Crowded(all)).WithTrackingName(step);
}
