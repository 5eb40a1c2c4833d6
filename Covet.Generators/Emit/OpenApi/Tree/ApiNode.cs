namespace Covet.Generators.Emit.OpenApi.Tree;

/// <summary>A JSON value; System.Text.Json is no part of .NET Standard 2.0.</summary>
internal abstract class ApiNode
{
    public static implicit operator ApiNode?(string? text) => text is null ? null : ApiValue.String(text);

    public static implicit operator ApiNode(bool value) => ApiValue.Bool(value);

    public static implicit operator ApiNode(int value) => ApiValue.Number(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A copy that shares nothing.</summary>
    public abstract ApiNode Clone();

    /// <summary>The text without white space; equal nodes have equal text where their members have one order.</summary>
    public override string ToString() => ApiJsonWriter.Write(this);
}
