namespace Covet.Generators.Model;

/// <summary>How a filter is called.</summary>
internal enum FilterKind
{
    /// <summary><c>ICallFilter</c>: by type arguments of the signature.</summary>
    Generic,

    /// <summary><c>ICallFilter&lt;TArguments, TResult&gt;</c>: the signature is its own.</summary>
    Typed,

    /// <summary><c>IEndpointFilter</c> of ASP.NET Core: arguments and result boxed.</summary>
    Endpoint,
}
