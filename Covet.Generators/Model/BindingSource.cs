namespace Covet.Generators.Model;

/// <summary>Where a parameter's value comes from; the order of DESIGN section 5 is in <c>BindingSourceStrategies</c>.</summary>
internal enum BindingSource
{
    /// <summary><c>HttpContext</c> and what hangs on it, by <see cref="TypeRef.Special"/>.</summary>
    Special,
    Route,
    Query,
    Header,
    Cookie,
    Form,

    /// <summary>A complex type read from a form, member by member.</summary>
    FormObject,
    Body,
    Services,

    /// <summary>A static <c>BindAsync</c> of the type.</summary>
    BindAsync,

    /// <summary><c>[AsParameters]</c>: each member binds by itself.</summary>
    AsParameters,
}
