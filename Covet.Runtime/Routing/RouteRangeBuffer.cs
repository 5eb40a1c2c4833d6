using System.Runtime.CompilerServices;

namespace Covet.Routing;

/// <summary>Room for the values of most patterns, inside <see cref="Internal.RouteMatch"/>.</summary>
[InlineArray(Size)]
internal struct RouteRangeBuffer
{
    public const int Size = 4;

    private Internal.RouteRange first;
}
