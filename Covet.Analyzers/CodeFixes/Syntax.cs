namespace Covet.Analyzers.CodeFixes;

/// <summary>Pieces of syntax that several fixes make.</summary>
internal static class Syntax
{
    /// <summary>An attribute list of its own, from its text: <c>[Handler]</c>.</summary>
    public static AttributeListSyntax AttributeList(string attribute) =>
        SyntaxFactory.ParseCompilationUnit("[" + attribute + "] class C;").DescendantNodes().OfType<AttributeListSyntax>().First().WithoutTrivia();

    /// <summary>A member with a further attribute on a line of its own.</summary>
    public static T WithAttribute<T>(T member, string attribute)
        where T : MemberDeclarationSyntax
    {
        var first = member.AttributeLists.FirstOrDefault();
        var trivia = member.GetLeadingTrivia();
        var list = AttributeList(attribute).WithLeadingTrivia(trivia).WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed.WithNewLine());
        var rest = member.WithLeadingTrivia(first is null ? Indentation(trivia) : Indentation(trivia));
        return (T)rest.WithAttributeLists(rest.AttributeLists.Insert(0, list));
    }

    /// <summary>A parameter with a further attribute before its type.</summary>
    public static ParameterSyntax WithAttribute(ParameterSyntax parameter, string attribute) => parameter
        .WithoutLeadingTrivia()
        .WithAttributeLists(parameter.AttributeLists.Insert(0, AttributeList(attribute).WithTrailingTrivia(SyntaxFactory.Space)))
        .WithLeadingTrivia(parameter.GetLeadingTrivia());

    /// <summary>A parameter bound from another source: its attribute of a source is replaced, or one is added.</summary>
    public static ParameterSyntax WithSource(ParameterSyntax parameter, string source)
    {
        var present = parameter.AttributeLists.SelectMany(static list => list.Attributes).FirstOrDefault(static attribute => Name(attribute) is "FromBody" or "FromForm" or "FromQuery" or "FromRoute" or "FromHeader" or "FromServices" or "AsParameters");
        return present is null ? WithAttribute(parameter, source) : parameter.ReplaceNode(present, SyntaxFactory.Attribute(SyntaxFactory.IdentifierName(source)));
    }

    /// <summary>The attributes of a declaration that have a name.</summary>
    public static IEnumerable<AttributeSyntax> Attributes(SyntaxList<AttributeListSyntax> lists, string name) => lists.SelectMany(static list => list.Attributes).Where(attribute => Name(attribute) == name);

    /// <summary>The last part of an attribute's name, without its suffix and type arguments.</summary>
    public static string Name(AttributeSyntax attribute) => Rules.JsonModels.NameOf(attribute);

    /// <summary>A node without one of the attributes of its member or parameter, whose comments stay.</summary>
    public static SyntaxNode WithoutAttribute(SyntaxNode owner, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            return owner.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute)));
        }

        var leading = owner.GetLeadingTrivia();
        return owner.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!.WithLeadingTrivia(leading);
    }

    /// <summary>The modifiers of a member with its accessibility replaced.</summary>
    public static SyntaxTokenList WithAccessibility(SyntaxTokenList modifiers, SyntaxKind accessibility, SyntaxTriviaList leading)
    {
        var kept = modifiers.Where(static modifier => !(modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword or SyntaxKind.FileKeyword))
            .Select(static modifier => modifier.WithLeadingTrivia());
        return SyntaxFactory.TokenList([SyntaxFactory.Token(accessibility).WithLeadingTrivia(leading).WithTrailingTrivia(SyntaxFactory.Space), .. kept]);
    }

    /// <summary>A member with another accessibility, and everything else as it was.</summary>
    public static MemberDeclarationSyntax WithAccessibility(MemberDeclarationSyntax member, SyntaxKind accessibility)
    {
        if (member.AttributeLists.Count == 0)
        {
            var leading = member.GetLeadingTrivia();
            return member.WithoutLeadingTrivia().WithModifiers(WithAccessibility(member.WithoutLeadingTrivia().Modifiers, accessibility, leading));
        }

        var trivia = member.Modifiers.Count > 0 ? member.Modifiers[0].LeadingTrivia : member.AttributeLists.Last().GetLastToken().GetNextToken().LeadingTrivia;
        if (member.Modifiers.Count == 0)
        {
            var next = member.AttributeLists.Last().GetLastToken().GetNextToken();
            member = member.ReplaceToken(next, next.WithLeadingTrivia());
        }

        return member.WithModifiers(WithAccessibility(member.Modifiers, accessibility, trivia));
    }

    private static SyntaxTrivia WithNewLine(this SyntaxTrivia trivia) => SyntaxFactory.EndOfLine("\n");

    // What follows the last line break: the comments above stay above the new attribute.
    private static SyntaxTriviaList Indentation(SyntaxTriviaList trivia) =>
        trivia.Count > 0 && trivia[trivia.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? [trivia[trivia.Count - 1]] : [];
}
