using Microsoft.CodeAnalysis;

namespace Covet.Generators.Tests;

/// <summary>A use of a type or member in a file.</summary>
/// <param name="File">The file that uses it.</param>
/// <param name="From">The folder of that file.</param>
/// <param name="To">The folder that declares it, or null where another assembly does.</param>
/// <param name="Assembly">The assembly that declares it.</param>
/// <param name="TypeName">The type, or the type of the member.</param>
/// <param name="Symbol">What is used.</param>
internal sealed record LayerUse(string File, string From, string? To, string Assembly, string TypeName, ISymbol Symbol);
