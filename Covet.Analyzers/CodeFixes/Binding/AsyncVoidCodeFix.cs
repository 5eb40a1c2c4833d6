using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Binding;

/// <summary>Makes an <c>async void</c> method return <c>Task</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AsyncVoidCodeFix)), Shared]
internal sealed class AsyncVoidCodeFix() : CovetCodeFix(RuleIds.AsyncVoid)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<MethodDeclarationSyntax>() is { } method)
        {
            var task = SyntaxFactory.ParseTypeName("global::System.Threading.Tasks.Task").WithTriviaFrom(method.ReturnType);
            target.Replace("Return Task", "task", method.ReturnType, task);
        }
    }
}
