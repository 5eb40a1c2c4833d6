using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Covet.Generators.Parsing.Validation;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>The order in which the source of a parameter is found (DESIGN, section 5), as data: the first that answers wins.</summary>
internal static class BindingSourceStrategies
{
    private static readonly Func<ParameterSource, ParameterContext, ParameterSpec?>[] InOrder =
    [
        ExplicitRoute,
        ExplicitQuery,
        ExplicitHeader,
        ExplicitCookie,
        ExplicitForm,
        ExplicitBody,
        ExplicitServices,
        Special,
        RouteByName,
        BindAsync,
        Query,
        Services,
        Body,
    ];

    /// <summary>The parameter with its source, or null where nothing binds it (a diagnostic says why).</summary>
    public static ParameterSpec? Find(ParameterSource source, ParameterContext context)
    {
        if (source.Type.IsUnusable() || source.Attributes.Any(static attribute => attribute.IsBroken()))
        {
            context.Sink.AddBroken();
            return null;
        }

        var before = context.Sink.Count;
        foreach (var strategy in InOrder)
        {
            if (strategy(source, context) is { } spec)
            {
                return Finish(spec, source, context);
            }

            if (context.Sink.Count > before)
            {
                return null;
            }
        }

        if (TextSource.MayBeOther(source, context))
        {
            return null;
        }

        context.Sink.Add(
            Rules.RuleIds.ParameterUnbound,
            source.Place,
            source.Name,
            source.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            context.HasBody
                ? "it is neither text nor a service nor a type that JSON can be read into"
                : "the verb has no body, and the type cannot be made from text; use [FromServices], [AsParameters], [FromBody], or give the type a TryParse");
        return null;
    }

    private static ParameterSpec Finish(ParameterSpec spec, ParameterSource source, ParameterContext context) => spec with
    {
        Nullable = source.Type.AllowsNull(),
        DefaultExpression = source.DefaultExpression,
        Attributes = source.Attributes.Where(attribute => !IsCompilerOnly(attribute)).Select(AttributeSpecParser.Parse).ToEquatableArray(),
        Rules = source.Attributes.Where(attribute => attribute.AttributeClass.DerivesFrom("System.ComponentModel.DataAnnotations", "ValidationAttribute")).Select(AttributeSpecParser.Parse).ToEquatableArray(),
        Checks = ParameterChecksParser.Parse(spec, source.Type, source.Attributes, source.Owner, context.Compilation, context.Sink.Items),
        DisplayName = DisplayName(source),
        Doc = Docs.DocCommentParser.ParseMember(source.Symbol),
    };

    private static bool IsCompilerOnly(AttributeData attribute) => attribute.AttributeClass!.ContainingNamespace.IsNamed("System.Runtime.CompilerServices");

    private static string DisplayName(ParameterSource source)
    {
        var display = source.Find("System.ComponentModel.DataAnnotations", "DisplayAttribute");
        foreach (var argument in display?.NamedArguments ?? [])
        {
            if (argument.Key == "Name" && argument.Value.Value is string name)
            {
                return name;
            }
        }

        return source.Name;
    }

    private static ParameterSpec? ExplicitRoute(ParameterSource source, ParameterContext context)
    {
        if (source.FindSource("IFromRouteMetadata") is not { } attribute)
        {
            return null;
        }

        var name = source.WireName(attribute);
        if (!context.InSomeRoute(name))
        {
            context.Sink.Add(Rules.RuleIds.RouteParameterMissing, source.Place, name, string.Join("', '", context.Routes.Select(route => "/" + route.Template)));
            return null;
        }

        return TextSource.Demand(source, context, BindingSource.Route, name, "the route");
    }

    private static ParameterSpec? ExplicitQuery(ParameterSource source, ParameterContext context) =>
        source.FindSource("IFromQueryMetadata") is { } attribute ? TextSource.Demand(source, context, BindingSource.Query, source.WireName(attribute), "the query") : null;

    private static ParameterSpec? ExplicitHeader(ParameterSource source, ParameterContext context) =>
        source.FindSource("IFromHeaderMetadata") is { } attribute ? TextSource.Demand(source, context, BindingSource.Header, source.WireName(attribute), "a header") : null;

    private static ParameterSpec? ExplicitCookie(ParameterSource source, ParameterContext context) =>
        source.Find("Covet", "FromCookieAttribute") is { } attribute ? TextSource.Demand(source, context, BindingSource.Cookie, source.WireName(attribute, source.Name), "a cookie") : null;

    private static ParameterSpec? ExplicitForm(ParameterSource source, ParameterContext context)
    {
        if (source.FindSource("IFromFormMetadata") is not { } attribute)
        {
            return null;
        }

        var name = source.WireName(attribute);
        var type = TypeRefFactory.Create(source.Type);
        if (type.Special is KnownType.FormFile or KnownType.FormFileCollection or KnownType.FormCollection)
        {
            return new ParameterSpec(source.Name, type, BindingSource.Form, name);
        }

        if (TextSource.Of(source, BindingSource.Form, name) is { } text)
        {
            return text;
        }

        return ObjectParser.Parse(source, context, BindingSource.FormObject);
    }

    private static ParameterSpec? ExplicitBody(ParameterSource source, ParameterContext context)
    {
        if (source.FindSource("IFromBodyMetadata") is not { } attribute)
        {
            return null;
        }

        var type = TypeRefFactory.Create(source.Type);
        if (type.Special is KnownType.Stream or KnownType.PipeReader)
        {
            return new ParameterSpec(source.Name, type, BindingSource.Special, source.Name);
        }

        var allowEmpty = attribute.NamedArguments.Any(argument => argument is { Key: "EmptyBodyBehavior", Value.Value: 1 } or { Key: "AllowEmpty", Value.Value: true });
        return BodyOf(source, context) with { AllowEmptyBody = allowEmpty || source.Optional };
    }

    private static ParameterSpec? ExplicitServices(ParameterSource source, ParameterContext context)
    {
        var keyed = source.Find("Microsoft.Extensions.DependencyInjection", "FromKeyedServicesAttribute");
        if (keyed is null && source.FindSource("IFromServiceMetadata") is null)
        {
            return null;
        }

        var key = keyed is { ConstructorArguments.Length: 1 } ? AttributeConstantParser.Parse("key", keyed.ConstructorArguments[0]).Expression : null;
        return new ParameterSpec(source.Name, TypeRefFactory.Create(source.Type), BindingSource.Services, source.Name)
        {
            KeyExpression = key,
            ServiceDependency = GenericDependency(source),
        };
    }

    private static ParameterSpec? Special(ParameterSource source, ParameterContext context)
    {
        if (source.Find("Microsoft.AspNetCore.Http", "AsParametersAttribute") is not null)
        {
            return ObjectParser.Parse(source, context, BindingSource.AsParameters);
        }

        var type = TypeRefFactory.Create(source.Type.UnwrapNullable());
        return type.Special switch
        {
            KnownType.HttpContext or KnownType.HttpRequest or KnownType.HttpResponse or KnownType.ClaimsPrincipal or KnownType.CancellationToken or KnownType.Stream or KnownType.PipeReader
                => new ParameterSpec(source.Name, type, BindingSource.Special, source.Name),
            KnownType.FormFile or KnownType.FormFileCollection or KnownType.FormCollection
                => new ParameterSpec(source.Name, type, BindingSource.Form, source.OwnWireName),
            _ => null,
        };
    }

    private static ParameterSpec? RouteByName(ParameterSource source, ParameterContext context)
    {
        if (!context.InSomeRoute(source.Name))
        {
            return null;
        }

        var spec = TextSource.Demand(source, context, BindingSource.Route, source.OwnWireName, "the route");

        // On a route of the same method that lacks the parameter, the query has it, as in ASP.NET Core.
        return spec is not null && !context.InEveryRoute(source.Name) ? spec with { FallsBackToQuery = true } : spec;
    }

    private static ParameterSpec? BindAsync(ParameterSource source, ParameterContext context)
    {
        if (source.Type.UnwrapNullable() is not INamedTypeSymbol type)
        {
            return null;
        }

        var methods = type.SelfAndBases().SelectMany(t => t.GetMembers("BindAsync")).OfType<IMethodSymbol>().Where(method => method is { IsStatic: true, DeclaredAccessibility: Accessibility.Public }).ToList();
        var bindable = type.AllInterfaces.Any(contract => contract.Is("Microsoft.AspNetCore.Http", "IBindableFromHttpContext"));
        if (methods.Count == 0 && !bindable)
        {
            return null;
        }

        var usable = methods.FirstOrDefault(method =>
            method is { Parameters.Length: 1, IsGenericMethod: false }
            && method.Parameters[0].Type.Is("Microsoft.AspNetCore.Http", "HttpContext")
            && method.ReturnType is INamedTypeSymbol { Name: "ValueTask", Arity: 1 } task
            && SymbolEqualityComparer.Default.Equals(task.TypeArguments[0].UnwrapNullable(), type));
        if (usable is null && (type.IsIncomplete() || methods.Any(static method => method.ReturnType.IsBroken() || method.Parameters.Any(static parameter => parameter.Type.IsBroken()))))
        {
            context.Sink.AddBroken();
            return null;
        }

        if (usable is null)
        {
            context.Sink.Add(Rules.RuleIds.BindAsyncSignature, source.Place, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            return null;
        }

        var result = ((INamedTypeSymbol)usable.ReturnType).TypeArguments[0];
        return new ParameterSpec(source.Name, TypeRefFactory.Create(source.Type), BindingSource.BindAsync, source.Name)
        {
            Element = TypeRefFactory.Create(result),
        };
    }

    private static ParameterSpec? Query(ParameterSource source, ParameterContext context) => TextSource.Of(source, BindingSource.Query, source.OwnWireName);

    private static ParameterSpec? Services(ParameterSource source, ParameterContext context)
    {
        if (source.Type is not INamedTypeSymbol type)
        {
            return null;
        }

        // IEnumerable<IThing> is all services of a type, as the container itself has it.
        var asked = type is { Name: "IEnumerable", Arity: 1 } && type.ContainingNamespace.IsNamed("System.Collections.Generic") ? type.TypeArguments[0] as INamedTypeSymbol : type;
        return asked is not null && ((asked.TypeKind == TypeKind.Interface && !asked.ContainingNamespace.IsNamed("System.Collections.Generic")) || ServiceAttributes.IsService(asked))
            ? new ParameterSpec(source.Name, TypeRefFactory.Create(type), BindingSource.Services, source.Name)
            {
                ServiceDependency = GenericDependency(source),
            }
            : null;
    }

    // What closes an open generic that a service attribute registers.
    private static DependencySpec? GenericDependency(ParameterSource source) =>
        ConstructorParser.Asked(source.Type) is null ? null : ConstructorParser.Dependency(source.Name, source.Type);

    private static ParameterSpec? Body(ParameterSource source, ParameterContext context) =>
        context.HasBody && source.Type.TypeKind is not (TypeKind.Delegate or TypeKind.Pointer or TypeKind.Dynamic)
            ? BodyOf(source, context) with { AllowEmptyBody = source.Optional }
            : null;

    private static ParameterSpec BodyOf(ParameterSource source, ParameterContext context)
    {
        var type = source.Type;
        if (type is INamedTypeSymbol { Name: "IAsyncEnumerable", Arity: 1 } stream && stream.ContainingNamespace.IsNamed("System.Collections.Generic"))
        {
            context.JsonTypes.Add(stream.TypeArguments[0]);
            context.ValidatedTypes.Add(stream.TypeArguments[0]);
            return new ParameterSpec(source.Name, TypeRefFactory.Create(type), BindingSource.Body, source.Name)
            {
                Element = TypeRefFactory.Create(stream.TypeArguments[0]),
                ElementNullable = stream.TypeArguments[0].AllowsNull(),
            };
        }

        context.JsonTypes.Add(type);
        context.ValidatedTypes.Add(type);
        return new ParameterSpec(source.Name, TypeRefFactory.Create(type), BindingSource.Body, source.Name);
    }
}
