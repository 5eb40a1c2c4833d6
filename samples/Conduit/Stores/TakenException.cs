namespace Conduit.Stores;

/// <summary>A value that must be unique belongs to another.</summary>
internal sealed class TakenException(string field) : Exception($"{field} has already been taken")
{
    /// <summary>The field: <c>username</c>, <c>email</c> or <c>slug</c>.</summary>
    public string Field { get; } = field;
}
