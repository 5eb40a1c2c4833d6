namespace HttpApp.Validation;

/// <summary>A type that contains itself.</summary>
public sealed record Tree([StringLength(5)] string Name, Tree? Next = null);
