using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace Covet.Json.Tests.Properties;

/// <summary>
/// How FsCheck runs here: silent where a property holds; where one fails, its message has the seed and the smallest input found.
/// COVET_JSON_REPLAY repeats a run: the two numbers of the seed, with a comma.
/// </summary>
internal static class Properties
{
    // Each shape gets thousands of values from the seeded generators as well.
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("COVET_JSON_COUNT"), out var count) ? count : 25;

    public static void Check<T>(Arbitrary<T> values, Func<T, Property> property) => FsCheck.Check.One(Configuration(), Prop.ForAll(values, property));

    private static Config Configuration()
    {
        var config = Config.Quick.WithMaxTest(Count).WithRunner(new Silent());
        return Environment.GetEnvironmentVariable("COVET_JSON_REPLAY")?.Trim('(', ')').Split(',') is [var seed, var gamma]
            ? config.WithReplay(new Replay(new Rnd(ulong.Parse(seed, CultureInfo.InvariantCulture), ulong.Parse(gamma, CultureInfo.InvariantCulture)), FSharpOption<int>.None))
            : config;
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
