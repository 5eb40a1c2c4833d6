#if NETSTANDARD2_0
namespace Covet.Generators.Routing.Layout;
#else
namespace Covet.Routing.Layout;
#endif

/// <summary>The route constraints that ASP.NET Core has built in.</summary>
internal enum RouteConstraintKind
{
    Int,
    Bool,
    DateTime,
    Decimal,
    Double,
    Float,
    Guid,
    Long,
    MinLength,
    MaxLength,

    /// <summary>From A to B characters.</summary>
    Length,
    Min,
    Max,

    /// <summary>From A to B.</summary>
    Range,
    Alpha,

    /// <summary>A is the pattern's text offset and length, B the number of the regular expression.</summary>
    Regex,
    Required,
    File,
    NonFile,
}
