namespace Covet.Generators.Routing;

/// <summary>
/// Splits <c>:int:range(1,5)=3</c> into constraints and default as ASP.NET Core does. A parenthesis is closed by the
/// first <c>)</c> with a colon, an equals sign or the end after it, so that regular expressions need no escapes.
/// </summary>
internal sealed class RouteConstraintSplitter
{
    private readonly string text;
    private readonly int end;
    private readonly List<string> constraints = [];
    private int index;

    private RouteConstraintSplitter(string text, int index, int end)
    {
        this.text = text;
        this.index = index;
        this.end = end;
    }

    public static (IReadOnlyList<string> Constraints, string? Default) Split(string text, int start, int end)
    {
        var splitter = new RouteConstraintSplitter(text, start, end);

        // ASP.NET Core looks at the name's last character again, so a name may end in "(" and begin an odd constraint,
        // or be "=" and its own default.
        if (start > 0 && start < end && text[start - 1] is '(' or '=')
        {
            splitter.index--;
            if (splitter.Current == '(')
            {
                splitter.ReadConstraint(splitter.index);
            }
        }

        while (splitter.Current == ':')
        {
            splitter.ReadConstraint(++splitter.index);
        }

        var hasDefault = splitter.Current == '=';
        return (splitter.constraints, hasDefault ? text.Substring(splitter.index + 1, end - splitter.index - 1) : null);
    }

    private char Current => index < end ? text[index] : '\0';

    private void ReadConstraint(int start)
    {
        while (index < end && Current is not (':' or '=' or '('))
        {
            index++;
        }

        if (Current == '(')
        {
            SkipParenthesis();
        }

        if (index > start)
        {
            constraints.Add(text.Substring(start, index - start));
        }
    }

    /// <summary>Goes to the delimiter after the parenthesis; one that is never closed ends at the next delimiter.</summary>
    private void SkipParenthesis()
    {
        for (index++; index < end; index++)
        {
            var c = Current;
            if (c == ')')
            {
                if (index + 1 >= end || text[index + 1] is ':' or '=')
                {
                    index++;
                    return;
                }
            }
            else if (c is ':' or '=')
            {
                var close = text.IndexOf(')', index + 1);
                if (close < 0)
                {
                    return;
                }

                // That parenthesis itself may be the one that closes.
                index = close >= end ? end - 1 : close;
                if (index + 1 >= end || text[index + 1] is ':' or '=')
                {
                    index++;
                    return;
                }
            }
        }
    }
}
