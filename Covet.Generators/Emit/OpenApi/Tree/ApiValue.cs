namespace Covet.Generators.Emit.OpenApi.Tree;

/// <summary>A string, or another scalar in its JSON spelling.</summary>
internal sealed class ApiValue : ApiNode
{
    private ApiValue(string text, bool isString)
    {
        Text = text;
        IsString = isString;
    }

    public static ApiValue Null { get; } = new("null", false);

    /// <summary>The string, or the spelling of a number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    public string Text { get; }

    public bool IsString { get; }

    public static ApiValue String(string text) => new(text, true);

    public static ApiValue Number(string spelling) => new(spelling, false);

    public static ApiValue Bool(bool value) => new(value ? "true" : "false", false);

    public override ApiNode Clone() => this;
}
