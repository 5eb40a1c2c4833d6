using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Validation;

/// <summary>Puts limits into their order, or takes a rule off that cannot be checked.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RuleUnsupportedCodeFix)), Shared]
internal sealed class RuleUnsupportedCodeFix() : CovetCodeFix(RuleIds.ValidationRuleUnsupported)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<AttributeSyntax>() is not { Parent.Parent: { } owner } attribute)
        {
            return;
        }

        if (attribute.ArgumentList is { Arguments: { Count: >= 2 } arguments } list && arguments[0].NameEquals is null && arguments[1].NameEquals is null
            && Number(arguments[0], target) is { } low && Number(arguments[1], target) is { } high && low > high)
        {
            var swapped = arguments.Replace(arguments[1], arguments[1].WithExpression(arguments[0].Expression));
            swapped = swapped.Replace(swapped[0], swapped[0].WithExpression(arguments[1].Expression));
            target.Replace("Swap the limits", "swap", attribute, attribute.WithArgumentList(list.WithArguments(swapped)));
            return;
        }

        target.Replace("Remove [" + Syntax.Name(attribute) + "]", "remove", owner, Syntax.WithoutAttribute(owner, attribute));
    }

    private static double? Number(AttributeArgumentSyntax argument, FixTarget target) =>
        target.Model.GetConstantValue(argument.Expression, target.Cancellation) is { HasValue: true, Value: int or long or double } value
            ? Convert.ToDouble(value.Value, System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
