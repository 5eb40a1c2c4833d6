namespace Covet.Internal;

/// <summary>The validator of a type without rules: the validators that services have for it still run.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NoRules<T> : IModelValidator<T>
{
    /// <inheritdoc/>
    public static void Validate(T value, ref ValidationState state) => state.Defer<T, NoRules<T>>(value);
}
