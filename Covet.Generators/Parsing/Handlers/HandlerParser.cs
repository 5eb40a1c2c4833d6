using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Covet.Generators.Parsing.Validation;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Reads a handler class.</summary>
internal static class HandlerParser
{
    /// <summary>A class marked <c>[Handler]</c>.</summary>
    public static HandlerParseResult Parse(INamedTypeSymbol type, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        var sink = new DiagnosticSink();
        if (attribute.IsBroken() || type.IsBroken())
        {
            return new HandlerParseResult(null, default); // Without its prefix its routes would be others.
        }

        var prefix = attribute.ConstructorArguments.Length == 1 ? attribute.ConstructorArguments[0].Value as string ?? "" : "";
        var singleton = attribute.NamedArguments.Any(argument => argument is { Key: "Lifetime", Value.Value: 0 });
        var methods = HandlerMethods.Of(type).ToList();
        if (Unreachable(type, methods) is { } reason)
        {
            sink.Add(Rules.RuleIds.HandlerUnreachable, type.Place(), type.Name, reason);
            return new HandlerParseResult(null, sink.ToArray());
        }

        MvcAttributes.Check(type, sink, cancellation);
        return Parse(type, methods, prefix, singleton, compilation, sink, cancellation);
    }

    /// <summary>Whether the method stands outside a handler class.</summary>
    public static bool IsLoose(IMethodSymbol method) => !method.ContainingType.GetAttributes().Any(attribute => attribute.AttributeClass.Is("Covet", "HandlerAttribute"));

    /// <summary>A static method with a verb attribute, outside a handler class.</summary>
    public static HandlerParseResult ParseStatic(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        var sink = new DiagnosticSink();
        var type = method.ContainingType;
        if (type.IsBroken())
        {
            return new HandlerParseResult(null, default);
        }

        if (method.MethodKind != MethodKind.Ordinary)
        {
            var isLambda = method.MethodKind == MethodKind.AnonymousFunction;
            sink.Add(Rules.RuleIds.MethodInaccessible, isLambda ? HandlerMethods.Verbs(method)[0].Place(cancellation) : method.Place(), isLambda ? "lambda" : method.Name);
            return new HandlerParseResult(null, sink.ToArray());
        }

        if (!method.IsStatic)
        {
            if (type.TypeKind == TypeKind.Interface || type.IsSealed || type.IsStatic || type.TypeKind == TypeKind.Struct || (!type.IsAbstract && !MayBeInherited(type, compilation)))
            {
                sink.Add(Rules.RuleIds.VerbOutsideHandler, method.Place(), method.Name);
            }

            return new HandlerParseResult(null, sink.ToArray());
        }

        if (!type.IsAccessibleInAssembly() || type.IsGenericType)
        {
            sink.Add(Rules.RuleIds.HandlerUnreachable, method.Place(), method.Name, "its class is private, file-local or generic");
            return new HandlerParseResult(null, sink.ToArray());
        }

        return Parse(type, [method], "", singleton: false, compilation, sink, cancellation);
    }

    // The class that derives is the handler; of a library's public class it may stand anywhere.
    private static bool MayBeInherited(INamedTypeSymbol type, Compilation compilation)
    {
        var isVisible = type.DeclaredAccessibility == Accessibility.Public && compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary;
        return isVisible || TypesOf(compilation.Assembly.GlobalNamespace).Any(candidate =>
            candidate.SelfAndBases().Any(level => SymbolEqualityComparer.Default.Equals(level.OriginalDefinition, type.OriginalDefinition))
            && candidate.GetAttributes().Any(attribute => attribute.AttributeClass.Is("Covet", "HandlerAttribute")));

        static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .SelectMany(member => member is INamedTypeSymbol found ? TypesOf(found).Prepend(found) : TypesOf(member));
    }

    private static HandlerParseResult Parse(INamedTypeSymbol type, List<IMethodSymbol> methods, string prefix, bool singleton, Compilation compilation, DiagnosticSink sink, CancellationToken cancellation)
    {
        EquatableArray<DependencySpec> dependencies = default;
        IMethodSymbol? constructor = null;
        if (methods.Any(method => !method.IsStatic))
        {
            constructor = ConstructorParser.ChooseForServices(type, out var reason);
            if (constructor is null)
            {
                sink.Add(Rules.RuleIds.ServiceConstructor, type.Place(), type.Name, reason!);
                return new HandlerParseResult(null, sink.ToArray());
            }

            if (constructor.IsUnusable())
            {
                return new HandlerParseResult(null, sink.ToArray());
            }

            dependencies = ConstructorParser.Dependencies(constructor);
        }

        var endpoints = new List<EndpointSpec>();
        var locations = new List<RouteLocationSpec>();
        var names = new EndpointNames(type, methods);
        var jsonTypes = new List<ITypeSymbol>();
        var writtenTypes = new List<ITypeSymbol>();
        var validatedTypes = new List<ITypeSymbol>();
        var reference = TypeRefFactory.Create(type);
        foreach (var method in methods)
        {
            cancellation.ThrowIfCancellationRequested();
            var parser = new EndpointParser(type, reference, method, prefix, sink, jsonTypes, writtenTypes, validatedTypes, locations, compilation);
            if (parser.Parse(names.Of(method), cancellation) is { } endpoint)
            {
                endpoints.Add(endpoint with
                {
                    IsSingleton = singleton,
                    Dependencies = dependencies,
                    Disposal = Disposal(type),
                    HandlerName = type.Name,
                    HandlerDoc = Docs.DocCommentParser.Parse(type, cancellation),
                    IsDebug = compilation.Options.OptimizationLevel == OptimizationLevel.Debug,
                    Experimental = Experimental(type, constructor, method),
                    ValidationStatusCode = AssemblyOptions.ValidationStatusCode(compilation),
                });
            }
        }

        var roots = jsonTypes.Select(root => (root, JsonUse.Read))
            .Concat(writtenTypes.Select(root => (root, JsonUse.Write)));
        var graph = TypeGraph.Get(compilation).Collect(roots, cancellation);
        sink.AddRange(graph.Diagnostics.Select(Placed));
        var validators = ValidationGraph.Get(compilation).Collect(validatedTypes, cancellation);
        sink.AddRange(validators.Diagnostics.Select(Placed));
        if (graph.Diagnostics.Count > 0)
        {
            // Code for a type that cannot be written would not compile, and hide the reason among errors in files that nobody wrote.
            return new HandlerParseResult(null, sink.ToArray());
        }

        var validated = new HashSet<string>(validators.Types.Select(spec => spec.Type.Id));
        var finished = endpoints.Select(endpoint => endpoint with { Parameters = endpoint.Parameters.Select(parameter => Validated(parameter, validated)).ToEquatableArray() });
        return new HandlerParseResult(new HandlerSpec(reference, finished.ToEquatableArray(), graph.Types) { Validators = validators.Types }, sink.ToArray())
        {
            RouteLocations = locations.ToEquatableArray(),
        };

        // What is wrong with a type of another assembly is told where it is used.
        DiagnosticSpec Placed(DiagnosticSpec diagnostic) => diagnostic.Location is null ? diagnostic with { Location = type.Place() } : diagnostic;
    }

    private static ParameterSpec Validated(ParameterSpec parameter, HashSet<string> validated) => parameter with
    {
        HasValidator = parameter.Source is BindingSource.Body && validated.Contains((parameter.Element ?? parameter.Type).Id),
        Members = parameter.Members.Select(member => Validated(member, validated)).ToEquatableArray(),
    };

    private static EquatableArray<string> Experimental(INamedTypeSymbol type, IMethodSymbol? constructor, IMethodSymbol method) => ExperimentalParser.Of(
        new ISymbol?[] { type, constructor, method }
            .Concat(type.GetAttributes().Concat(method.GetAttributes()).Concat(method.Parameters.SelectMany(parameter => parameter.GetAttributes())).Select(attribute => attribute.AttributeClass))
            .Concat(method.Parameters.Where(parameter => parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "AsParametersAttribute" or "FromFormAttribute")).SelectMany(parameter => ExperimentalParser.Model(parameter.Type.UnwrapNullable()))));

    private static int Disposal(INamedTypeSymbol type) =>
        type.Implements("System", "IAsyncDisposable") ? 2 : type.Implements("System", "IDisposable") ? 1 : 0;

    private static string? Unreachable(INamedTypeSymbol type, List<IMethodSymbol> methods)
    {
        if (type.IsOpen() || type.IsGenericType)
        {
            return "it is generic; derive a closed class and mark that one [Handler]";
        }

        if (!type.IsAccessibleInAssembly())
        {
            return "it is private, protected or file-local; make it internal or public";
        }

        if (type.IsAbstract && !type.IsStatic && methods.Any(method => !method.IsStatic))
        {
            return "it is abstract; mark the class that derives from it instead";
        }

        return type.IsRefLikeType ? "it is a ref struct; make it a class" : null;
    }
}
