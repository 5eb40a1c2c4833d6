using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Binding;

/// <summary>Passes a parameter by value, and text as a string.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParameterByReferenceCodeFix)), Shared]
internal sealed class ParameterByReferenceCodeFix() : CovetCodeFix(RuleIds.ParameterByReference)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<ParameterSyntax>() is not { Type: { } type } parameter)
        {
            return;
        }

        if (parameter.Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword))
        {
            target.Replace("Pass it by value", "value", parameter, parameter.WithModifiers(default).WithTriviaFrom(parameter));
        }
        else if (type.ToString() is "ReadOnlySpan<char>" or "Span<char>")
        {
            target.Replace("Take a string", "string", type, SyntaxFactory.ParseTypeName("string").WithTriviaFrom(type));
        }
    }
}
