using System.Diagnostics;

namespace Covet.Conduit.Tests.Support;

/// <summary>Waits for another process to come to a state that it tells only when asked.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(60), "It did not come to pass in 60 seconds.");
            await Task.Yield();
        }
    }
}
