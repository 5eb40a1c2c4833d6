using Covet.Generators.Parsing.Handlers;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Limits;

/// <summary>Checks the arguments of the limits around a method, by the rules that the runtime has.</summary>
internal static class LimitParser
{
    public static void Check(INamedTypeSymbol handler, IMethodSymbol method, DiagnosticSink sink, CancellationToken cancellation)
    {
        foreach (var (attribute, _) in MetadataParser.Applied(handler, method))
        {
            if (attribute.AttributeConstructor is not null && Refuse(attribute) is { } reason)
            {
                var name = attribute.AttributeClass!.Name;
                sink.Add(Rules.RuleIds.LimitInvalid, attribute.Place(cancellation) ?? method.Place(), name.Substring(0, name.Length - "Attribute".Length), method.Name, reason);
            }
        }
    }

    private static string? Refuse(AttributeData attribute)
    {
        if (attribute.AttributeClass.Is("Covet", "RateLimitAttribute"))
        {
            return LimitRules.Refuse(
                Constant(attribute, 0, 0),
                Constant<string?>(attribute, 1, null),
                Named<string?>(attribute, "By", "user"),
                Named(attribute, "Algorithm", 1),
                Named<string?>(attribute, "Name", null));
        }

        if (attribute.AttributeClass.Is("Covet", "ConcurrencyLimitAttribute"))
        {
            return LimitRules.Refuse(Constant(attribute, 0, 0), Named<string?>(attribute, "By", "route"));
        }

        if (attribute.AttributeClass.Is("Covet", "IdempotentAttribute"))
        {
            return LimitRules.RefuseLifetime(Named<string?>(attribute, "Lifetime", "1d")) ?? LimitRules.RefuseBytes(Named(attribute, "MaxBytes", 1));
        }

        if (attribute.AttributeClass.Is("Covet", "ETagAttribute"))
        {
            return LimitRules.RefuseBytes(Named(attribute, "MaxBytes", 1));
        }

        return RefuseOfOthers(attribute);
    }

    // ASP.NET Core's own attributes take any number, and the first request finds out.
    private static string? RefuseOfOthers(AttributeData attribute)
    {
        if (attribute.AttributeClass.Is("Microsoft.AspNetCore.Mvc", "RequestSizeLimitAttribute"))
        {
            return LimitRules.RefuseBodySize(Constant(attribute, 0, 0L));
        }

        return attribute.AttributeClass.Is("Microsoft.AspNetCore.Http.Timeouts", "RequestTimeoutAttribute")
            ? LimitRules.RefuseTimeout(Constant(attribute, 0, 1))
            : null;
    }

    private static T Constant<T>(AttributeData attribute, int index, T fallback) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index].Value is T value ? value : fallback;

    private static T Named<T>(AttributeData attribute, string name, T fallback)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value.Value is T value ? value : default!;
            }
        }

        return fallback;
    }
}
