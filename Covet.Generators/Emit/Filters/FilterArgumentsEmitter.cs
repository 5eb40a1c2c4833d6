using System.Globalization;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.Filters;

/// <summary>A method's arguments as one value: the argument itself where there is one, otherwise a tuple named like the parameters.</summary>
internal sealed class FilterArgumentsEmitter(EndpointSpec endpoint)
{
    // Names that the language keeps from tuple elements (CS8126), besides Item and a number.
    private static readonly HashSet<string> Reserved = ["CompareTo", "Deconstruct", "Equals", "GetHashCode", "Rest", "ToString"];

    /// <summary>The type.</summary>
    public string Type { get; } = endpoint.FilterArguments.Count switch
    {
        0 => "global::System.ValueTuple",
        1 => endpoint.FilterArguments[0],
        _ => "(" + string.Join(", ", endpoint.FilterArguments.Select((type, i) => type + (IsName(endpoint.Parameters[i].Name) ? " " + Literals.Identifier(endpoint.Parameters[i].Name) : ""))) + ")",
    };

    /// <summary>The value, of the bound arguments.</summary>
    public string Pack(IReadOnlyList<string> values) => values.Count switch
    {
        0 => "default",
        1 => values[0],
        _ => "(" + string.Join(", ", values) + ")",
    };

    /// <summary>The arguments, of the value.</summary>
    public IEnumerable<string> Unpack(string value) => endpoint.FilterArguments.Count switch
    {
        0 => [],
        1 => [value],
        _ => endpoint.Parameters.Select((parameter, i) => value + "." + (IsName(parameter.Name) ? Literals.Identifier(parameter.Name) : "Item" + Number(i + 1))),
    };

    /// <summary>The value, of the boxed arguments of an endpoint filter, which it may have changed.</summary>
    public string FromInvocation(string invocation) =>
        Pack([.. endpoint.FilterArguments.Select((type, i) => invocation + ".GetArgument<" + type + ">(" + Number(i) + ")")]);

    private static bool IsName(string name) =>
        !Reserved.Contains(name) && !(name.StartsWith("Item", StringComparison.Ordinal) && name.Length > 4 && name.Skip(4).All(char.IsDigit));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
