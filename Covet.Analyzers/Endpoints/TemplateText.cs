using Microsoft.CodeAnalysis.Text;

namespace Covet.Analyzers.Endpoints;

/// <summary>Finds a parameter of a route template in the literal that it is written in.</summary>
internal static class TemplateText
{
    /// <summary>The place of <c>{parameter...}</c>, or null where the attribute does not have it as a plain literal.</summary>
    public static Location? Find(AttributeSyntax attribute, string parameter)
    {
        foreach (var literal in Literals(attribute))
        {
            var text = literal.Token.Text;
            for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', open + 1))
            {
                var name = open + 1;
                while (name < text.Length && text[name] == '*')
                {
                    name++;
                }

                var end = name + parameter.Length;
                if (end < text.Length && string.Compare(text, name, parameter, 0, parameter.Length, StringComparison.OrdinalIgnoreCase) == 0 && text[end] is '}' or ':' or '?' or '=')
                {
                    return Location.Create(attribute.SyntaxTree, TextSpan.FromBounds(literal.SpanStart + open, literal.SpanStart + Close(text, end) + 1));
                }
            }
        }

        return null;
    }

    /// <summary>The string literals among an attribute's arguments.</summary>
    public static IEnumerable<LiteralExpressionSyntax> Literals(AttributeSyntax attribute) =>
        (attribute.ArgumentList?.Arguments ?? default)
            .Where(static argument => argument.NameEquals is null)
            .Select(static argument => argument.Expression)
            .OfType<LiteralExpressionSyntax>()
            .Where(static literal => literal.IsKind(SyntaxKind.StringLiteralExpression));

    // A constraint may hold doubled braces: regex(^\d{{2}}$).
    private static int Close(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && i + 1 < text.Length && text[i + 1] == text[i])
            {
                i++;
            }
            else if (text[i] == '}')
            {
                return i;
            }
        }

        return text.Length - 1;
    }
}
