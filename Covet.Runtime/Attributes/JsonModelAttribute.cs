namespace Covet;

/// <summary>
/// Makes the generator write a JSON reader and writer for the type, for <see cref="CovetJson"/>, also where no endpoint
/// takes or returns it. On an assembly it names a type of another assembly or a closed generic.
/// </summary>
/// <example><code>
/// [assembly: JsonModel(typeof(List&lt;Point&gt;))]
/// [JsonModel] public sealed record Point(int X, int Y);
/// </code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class JsonModelAttribute(Type? type = null) : Attribute
{
    /// <summary>The type, where the attribute stands on an assembly.</summary>
    public Type? Type { get; } = type;

    /// <summary>Whether the type is only written; then it need not have a constructor that reading could call.</summary>
    public bool WriteOnly { get; set; }
}
