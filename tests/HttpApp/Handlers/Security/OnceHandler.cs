namespace HttpApp.Handlers;

/// <summary>Work that is done once a key, with an answer of any size.</summary>
[Handler("/security/once")]
public static class OnceHandler
{
    private static int done;

    [Post("{size}")]
    [Idempotent]
    public static string Work(int size) => Interlocked.Increment(ref done).ToString("D9") + new string('x', size - 9);

    [Get("done")]
    public static int Done() => Volatile.Read(ref done);

    [Post("later")]
    public static void Later(int hours) => IdempotencyStores.Clock.Turn(TimeSpan.FromHours(hours));
}
