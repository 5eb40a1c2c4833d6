#if NETSTANDARD2_0
namespace Covet.Generators.Routing.Layout;
#else
namespace Covet.Routing.Layout;
#endif

/// <summary>HTTP methods as numbers, and sets of them as bits.</summary>
internal static class RouteMethods
{
    public const int Get = 0;
    public const int Head = 1;
    public const int Post = 2;
    public const int Put = 3;
    public const int Patch = 4;
    public const int Delete = 5;
    public const int Options = 6;
    public const int Trace = 7;
    public const int Connect = 8;
    public const int KnownCount = 9;

    /// <summary>An endpoint that answers every method, written <c>*</c>.</summary>
    public const int Any = 30;

    /// <summary>Numbers from here on are the table's own methods; they share one bit.</summary>
    public const int FirstCustom = 32;

    public const int AnyBit = 1 << Any;
    public const int CustomBit = 1 << 31;

    private static readonly string[] Names = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"];

    public static string Name(int method) => Names[method];

    /// <summary>The number of a method; -1 where it is none of the known ones. <c>*</c> is <see cref="Any"/>.</summary>
    public static int Find(string method)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (string.Equals(Names[i], method, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The bit of a method's number.</summary>
    public static int Bit(int method) => method >= FirstCustom ? CustomBit : 1 << method;
}
