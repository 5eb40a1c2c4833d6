using Covet.Generators.Model;

namespace Covet.Generators.Emit.Validation;

/// <summary>What the rules of one member are written against.</summary>
/// <param name="Member">The member.</param>
/// <param name="Variable">The variable that holds its value.</param>
/// <param name="Owner">The variable that holds the object, or null where there is none (a parameter).</param>
/// <param name="Self">The type arguments <c>&lt;T, TValidator&gt;</c> that know the members' names on the wire.</param>
/// <param name="Context">The expression that makes a <c>ValidationContext</c>.</param>
/// <param name="Fields">Takes the static fields.</param>
internal sealed record RuleTarget(ValidationMemberSpec Member, string Variable, string? Owner, string Self, string Context, RuleFields Fields)
{
    public ValidationValueSpec Value => Member.Value!;
}
