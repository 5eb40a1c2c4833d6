namespace Covet.Internal;

/// <summary>Checks the rules of one type; implemented by generated structs.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IModelValidator<T>
{
    /// <summary>Checks <paramref name="value"/>, which is not null, and everything below it; adds what is wrong to <paramref name="state"/>.</summary>
    static abstract void Validate(T value, ref ValidationState state);

    /// <summary>The name on the wire of the member with a C# name; the name itself where there is no such member.</summary>
    static virtual string Key(string member) => member;
}
