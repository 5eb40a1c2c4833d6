using Covet.Analyzers.Endpoints;
using Covet.Generators.Model;
using Covet.Generators.Parsing;
using Covet.Generators.Parsing.Types;

namespace Covet.Analyzers.Rules.Routing;

/// <summary>Constraints that let through what the parameter's type refuses, or refuse all that it takes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ConstraintTypeAnalyzer : EndpointAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerRules.ConstraintContradictsType];

    protected override void Analyze(EndpointContext context)
    {
        foreach (var (symbol, spec) in context.Endpoint.Parameters.Where(static parameter => parameter.Spec.Source == BindingSource.Route))
        {
            var type = symbol.Type.UnwrapNullable();
            var isEnum = type.TypeKind == TypeKind.Enum;
            var known = KnownTypes.Of(type);
            if (known == KnownType.None && !isEnum)
            {
                continue; // It parses as it likes.
            }

            foreach (var route in context.Endpoint.Routes)
            {
                var part = route.Pattern.Parameters.FirstOrDefault(candidate => string.Equals(candidate.Text, spec.WireName, StringComparison.OrdinalIgnoreCase));
                var wrong = part?.Constraints.FirstOrDefault(constraint => !Fits(constraint.Name, known, isEnum));
                if (wrong is not null)
                {
                    var properties = ImmutableDictionary<string, string?>.Empty
                        .Add("constraint", wrong.Text)
                        .Add("constraintOfType", ConstraintOf(known))
                        .Add("typeOfConstraint", TypeOf(wrong.Name))
                        .Add("parameter", symbol.Name);
                    context.Report(AnalyzerRules.ConstraintContradictsType, route.PlaceOf(spec.WireName), properties, spec.WireName, wrong.Text, symbol.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
                }
            }
        }
    }

    private static bool Fits(string constraint, KnownType type, bool isEnum)
    {
        if (type == KnownType.String)
        {
            return true;
        }

        var isFraction = type is KnownType.Decimal or KnownType.Double or KnownType.Single or KnownType.Half;
        var isWhole = type is KnownType.SByte or KnownType.Byte or KnownType.Int16 or KnownType.UInt16 or KnownType.Int32 or KnownType.UInt32 or KnownType.Int64 or KnownType.UInt64
            or KnownType.Int128 or KnownType.UInt128 or KnownType.BigInteger or KnownType.IntPtr or KnownType.UIntPtr;
        return constraint switch
        {
            "int" or "long" or "min" or "max" or "range" => isWhole || isFraction || isEnum,
            "decimal" or "double" or "float" => isFraction,
            "bool" => type == KnownType.Boolean,
            "guid" => type == KnownType.Guid,
            "datetime" => type is KnownType.DateTime or KnownType.DateTimeOffset or KnownType.DateOnly,
            "alpha" => type == KnownType.Char || isEnum,
            _ => true,
        };
    }

    private static string? ConstraintOf(KnownType type) => type switch
    {
        KnownType.Int32 or KnownType.Int16 or KnownType.Byte => "int",
        KnownType.Int64 or KnownType.UInt32 => "long",
        KnownType.Boolean => "bool",
        KnownType.Guid => "guid",
        KnownType.DateTime or KnownType.DateTimeOffset or KnownType.DateOnly => "datetime",
        KnownType.Decimal => "decimal",
        KnownType.Double => "double",
        KnownType.Single => "float",
        _ => null,
    };

    private static string? TypeOf(string constraint) => constraint switch
    {
        "int" or "long" or "bool" or "decimal" or "double" or "float" => constraint,
        "min" or "max" or "range" => "int",
        "guid" => "Guid",
        "datetime" => "DateTime",
        "alpha" => "string",
        _ => null,
    };
}
