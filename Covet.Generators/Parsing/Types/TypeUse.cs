using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Types;

/// <summary>A type that another reaches.</summary>
/// <param name="Type">The type.</param>
/// <param name="NumberHandling">The number handling where it is not that of the assembly; else null.</param>
/// <param name="IsFilled">Whether a value of it that exists is filled.</param>
internal readonly record struct TypeUse(ITypeSymbol Type, int? NumberHandling = null, bool IsFilled = false);
