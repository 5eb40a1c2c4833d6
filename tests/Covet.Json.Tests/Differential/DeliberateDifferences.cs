using Covet.Json.Shapes;

namespace Covet.Json.Tests.Differential;

/// <summary>The differences that are on purpose; each is listed with its reason in docs/json.md.</summary>
internal static class DeliberateDifferences
{
    public static bool Cover(IShape shape, byte[] input, Outcome expected, Outcome actual) => false;
}
