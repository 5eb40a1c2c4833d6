using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Json;

/// <summary>Takes an attribute off that cannot be used where it stands.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(JsonAttributeCodeFix)), Shared]
internal sealed class JsonAttributeCodeFix() : CovetCodeFix(RuleIds.JsonConverterInvalid, RuleIds.JsonAttributeInvalid)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<MemberDeclarationSyntax>() is not { } member)
        {
            return;
        }

        // The message names the attribute in brackets.
        var message = target.Diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        var wrong = member.AttributeLists.SelectMany(static list => list.Attributes)
            .FirstOrDefault(attribute => target.Diagnostic.Id == RuleIds.JsonConverterInvalid ? Syntax.Name(attribute) == "JsonConverter" : message.Contains("[" + Syntax.Name(attribute) + "]"));
        if (wrong is not null)
        {
            target.Replace("Remove [" + Syntax.Name(wrong) + "]", "remove", member, Syntax.WithoutAttribute(member, wrong));
        }
    }
}
