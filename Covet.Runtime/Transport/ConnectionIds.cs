namespace Covet.Transport;

/// <summary>Names of connections, as the server's own look: thirteen characters that grow, unique in the process and likely so among processes.</summary>
internal static class ConnectionIds
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUV";

    private static long s_last = DateTime.UtcNow.Ticks;

    public static string Next() => string.Create(13, Interlocked.Increment(ref s_last), static (text, id) =>
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = Digits[(int)id & 31];
            id >>= 5;
        }
    });
}
