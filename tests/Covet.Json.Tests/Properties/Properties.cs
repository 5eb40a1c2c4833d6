using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace Covet.Json.Tests.Properties;

/// <summary>
/// How FsCheck runs here: silent where a property holds; where one fails, its message has the seed and the smallest input found.
/// COVET_SEED repeats a run, COVET_JSON_REPLAY the values of one failure: the two numbers of its seed, with a comma.
/// </summary>
internal static class Properties
{
    // Each shape gets thousands of values from the seeded generators as well.
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("COVET_JSON_COUNT"), out var count) ? count : 25;

    public static void Check<T>(Arbitrary<T> values, Func<T, Property> property) => FsCheck.Check.One(Configuration(), Prop.ForAll(values, property));

    private static Config Configuration()
    {
        var config = Config.Quick.WithMaxTest(Count).WithRunner(new Silent());
        var start = Environment.GetEnvironmentVariable("COVET_JSON_REPLAY")?.Trim('(', ')').Split(',') is [var seed, var gamma]
            ? new Rnd(ulong.Parse(seed, CultureInfo.InvariantCulture), ulong.Parse(gamma, CultureInfo.InvariantCulture))
            : new Rnd((ulong)Seed.Value, ((ulong)Seed.Value * 2) + 1);
        return config.WithReplay(new Replay(start, FSharpOption<int>.None));
    }

    // FsCheck's own runner writes a line for every property that holds, to the console.
    private sealed class Silent : IRunner
    {
        public void OnStartFixture(Type t)
        {
        }

        public void OnArguments(int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
        {
        }

        public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
        {
        }

        public void OnFinished(string name, FsCheck.TestResult result) => Assert.True(result.IsPassed, result.IsPassed ? "" : Runner.onFinishedToString("", result));
    }
}
