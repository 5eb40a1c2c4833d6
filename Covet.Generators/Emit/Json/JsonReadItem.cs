using Covet.Generators.Model;

namespace Covet.Generators.Emit.Json;

/// <summary>A member that is read.</summary>
/// <param name="Member">The member.</param>
/// <param name="Index">Its place among the type's members; names its variable and its case.</param>
/// <param name="Bit">The bit that says that it was in the input; -1 where nobody asks.</param>
/// <param name="MustNotStayNull">Whether it is an error where it is missing and null is its value.</param>
internal sealed record JsonReadItem(JsonMemberSpec Member, int Index, int Bit, bool MustNotStayNull);
