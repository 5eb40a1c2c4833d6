using System.Text.Json;
using Covet.Json.Shapes;

namespace Covet.Json.Tests.Differential;

/// <summary>A shape and the options of System.Text.Json that its assembly's options stand for.</summary>
/// <param name="Name">Unique among the cases.</param>
/// <param name="Shape">The shape.</param>
/// <param name="Reading">For reading.</param>
/// <param name="Writing">For writing, where Covet does not look for null in members that cannot be null (docs/json.md).</param>
internal sealed record Case(string Name, IShape Shape, JsonSerializerOptions Reading, JsonSerializerOptions Writing);
