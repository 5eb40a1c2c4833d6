namespace Covet.Internal;

/// <summary>Names of members as users' rules give them, as paths on the wire.</summary>
internal static class MemberPath
{
    /// <summary>
    /// <c>Lines</c> becomes <c>lines</c>. Of a path (<c>Lines[2].Price</c>) the first name is that of a member of
    /// <typeparamref name="T"/>; what follows stands as it was written.
    /// </summary>
    public static string ToWire<T, TValidator>(string member)
        where TValidator : IModelValidator<T>
    {
        var end = member.AsSpan().IndexOfAny('.', '[');
        return end < 0 ? TValidator.Key(member) : string.Concat(TValidator.Key(member[..end]), member.AsSpan(end));
    }
}
