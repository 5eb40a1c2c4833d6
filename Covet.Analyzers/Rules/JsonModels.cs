namespace Covet.Analyzers.Rules;

/// <summary>Finds what a <c>[JsonModel]</c> stands on.</summary>
internal static class JsonModels
{
    /// <summary>The last part of an attribute's name, without its suffix.</summary>
    public static string NameOf(AttributeSyntax attribute)
    {
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    /// <summary>The type or assembly that an attribute stands on.</summary>
    public static ISymbol? TargetOf(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation) => attribute.Parent?.Parent switch
    {
        CompilationUnitSyntax => model.Compilation.Assembly,
        BaseTypeDeclarationSyntax type => model.GetDeclaredSymbol(type, cancellation),
        _ => null,
    };
}
