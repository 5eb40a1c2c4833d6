namespace Covet.Analyzers.CodeFixes.Services;

/// <summary>Marks the one class that can be the service, or says that it is registered elsewhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ServiceNotRegisteredCodeFix)), Shared]
internal sealed class ServiceNotRegisteredCodeFix() : CovetCodeFix(AnalyzerRuleIds.ServiceNotRegistered)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<ParameterSyntax>() is not { Type: { } written } parameter || target.Model.GetTypeInfo(written, target.Cancellation).Type is not INamedTypeSymbol service)
        {
            return;
        }

        var classes = target.Root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(type => type is ClassDeclarationSyntax or RecordDeclarationSyntax && Is(type, service, target)).ToList();
        if (classes.Count == 1 && service.Arity == 0 && !Syntax.Attributes(parameter.AttributeLists, "FromKeyedServices").Any())
        {
            var isItself = target.Model.GetDeclaredSymbol(classes[0], target.Cancellation) is { } own && SymbolEqualityComparer.Default.Equals(own, service);
            var attribute = isItself ? "Scoped" : "Scoped<" + written + ">";
            target.Replace("Register '" + classes[0].Identifier.ValueText + "': [" + attribute + "]", "register", classes[0], Syntax.WithAttribute((MemberDeclarationSyntax)classes[0], attribute));
        }

        var name = service.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        if (target.Root is CompilationUnitSyntax root && service.Arity == 0)
        {
            var list = SyntaxFactory.ParseCompilationUnit("[assembly: global::Covet.RegisteredElsewhere(typeof(" + name + "))]\n").AttributeLists[0];
            target.Replace("Say that it is registered elsewhere", "elsewhere", root, WithAssemblyAttribute(root, list));
        }
    }

    private static bool Is(TypeDeclarationSyntax type, INamedTypeSymbol service, FixTarget target) =>
        target.Model.GetDeclaredSymbol(type, target.Cancellation) is INamedTypeSymbol { IsAbstract: false, IsStatic: false, Arity: 0 } symbol
        && (symbol.AllInterfaces.Contains(service, SymbolEqualityComparer.Default) || SymbolEqualityComparer.Default.Equals(symbol, service) || SymbolEqualityComparer.Default.Equals(symbol.BaseType, service));

    // After the usings, before everything else; what is written above the first member stays above it.
    private static CompilationUnitSyntax WithAssemblyAttribute(CompilationUnitSyntax root, AttributeListSyntax list)
    {
        list = list.WithTrailingTrivia(SyntaxFactory.EndOfLine("\n"));
        return root.AttributeLists.Count > 0 || root.Usings.Count > 0
            ? root.WithAttributeLists(root.AttributeLists.Add(list))
            : root.WithoutLeadingTrivia().WithAttributeLists([list.WithTrailingTrivia(SyntaxFactory.EndOfLine("\n"), SyntaxFactory.EndOfLine("\n")).WithLeadingTrivia(root.GetLeadingTrivia())]);
    }
}
