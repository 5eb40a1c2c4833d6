namespace Covet.Generators.Model;

/// <summary>What wraps a returned value.</summary>
internal enum AsyncKind
{
    None,
    Task,
    ValueTask,

    /// <summary>Any other awaitable; awaited by the language's pattern.</summary>
    Awaitable,
}
