namespace Covet.Generators.Model;

/// <summary>A class that a service attribute registers.</summary>
/// <param name="Implementation">The class.</param>
/// <param name="Service">The service type that it is registered as.</param>
/// <param name="Lifetime">The value of <c>ServiceLifetime</c>.</param>
/// <param name="KeyExpression">The key as an expression, or null.</param>
/// <param name="Dependencies">What its constructor needs.</param>
internal sealed record ServiceSpec(
    TypeRef Implementation,
    TypeRef Service,
    int Lifetime,
    string? KeyExpression,
    EquatableArray<DependencySpec> Dependencies)
{
    /// <summary>What tells closings of open generics apart.</summary>
    public string Closing => Service.FullName + "|" + Implementation.FullName + "|" + KeyExpression;

    /// <summary>Whether it is an open generic that was closed, which another assembly may have done too.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The IDs of <c>[Experimental]</c> that what the file names brings.</summary>
    public EquatableArray<string> Experimental { get; init; }

    /// <summary>The metadata name of the service's open definition, where the class is an open generic: then full names are templates
    /// with <c>{0}</c> for the first type argument.</summary>
    public string? OpenDefinition { get; init; }

    /// <summary>What an open generic asks of each of its type arguments.</summary>
    public EquatableArray<EquatableArray<string>> Constraints { get; init; }

    /// <summary>The class of an open generic as it stands in <c>typeof</c>, where the code of other assemblies can make it; else null.</summary>
    public string? OpenImplementation { get; init; }
}
