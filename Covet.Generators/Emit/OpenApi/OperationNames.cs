using System.Text;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>Tags, operation ids and summaries out of C# names.</summary>
internal static class OperationNames
{
    private static readonly string[] HandlerSuffixes = ["Handlers", "Handler", "Endpoints", "Endpoint", "Controller"];

    /// <summary>The class without the suffix that says what kind of class it is.</summary>
    public static string Group(EndpointSpec endpoint)
    {
        var name = endpoint.HandlerName.Length == 0 ? endpoint.HandlerType.Name : endpoint.HandlerName;
        name = name.Split('<')[0];
        name = name.Substring(name.LastIndexOf('.') + 1);
        foreach (var suffix in HandlerSuffixes)
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal))
            {
                return name.Substring(0, name.Length - suffix.Length);
            }
        }

        return name;
    }

    public static string Method(EndpointSpec endpoint)
    {
        const string Async = "Async";
        var name = endpoint.MethodName;
        return name.Length > Async.Length && name.EndsWith(Async, StringComparison.Ordinal) ? name.Substring(0, name.Length - Async.Length) : name;
    }

    /// <summary>The id by the method's name; stable as long as class and method keep theirs.</summary>
    public static string Id(EndpointSpec endpoint) => Safe(Group(endpoint) + "_" + Method(endpoint));

    /// <summary>What tells two operations of one method's name apart: <c>GetTodosById</c>.</summary>
    public static string Distinction(string method, string path)
    {
        var text = new StringBuilder(Capitalise(method.ToLowerInvariant()));
        foreach (var segment in path.Split(['/', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries))
        {
            text.Append(segment[0] == '{' ? "By" : "").Append(Capitalise(segment.Trim('{', '}')));
        }

        return Safe(text.ToString());
    }

    /// <summary><c>ListOpenTodos</c> as <c>List open todos</c>.</summary>
    public static string Sentence(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var starts = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            _ = starts ? text.Append(' ').Append(i + 1 < name.Length && char.IsUpper(name[i + 1]) ? name[i] : char.ToLowerInvariant(name[i])) : text.Append(name[i] == '_' ? ' ' : name[i]);
        }

        return text.ToString();
    }

    /// <summary>Letters, digits and <c>_ - .</c> of ASCII alone: what is safe in a URL and as a component's name.</summary>
    public static string Safe(string name)
    {
        if (name.All(IsSafe))
        {
            return name;
        }

        var text = new StringBuilder();
        foreach (var c in name)
        {
            _ = IsSafe(c) ? text.Append(c) : text.Append('u').Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    public static string Capitalise(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);

    private static bool IsSafe(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.';
}
