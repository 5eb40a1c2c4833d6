using System.Xml.Linq;
using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Docs;

/// <summary>The documentation comment of a symbol; <c>inheritdoc</c> is followed to base members, interfaces and references.</summary>
internal static class DocCommentParser
{
    // Comments can inherit in a circle.
    private const int MaxInheritance = 16;

    /// <summary>What the comment says, or null where the symbol has none.</summary>
    public static DocSpec? Parse(ISymbol symbol, CancellationToken cancellation = default) => Parse(symbol, MaxInheritance, cancellation);

    private static DocSpec? Parse(ISymbol symbol, int depth, CancellationToken cancellation)
    {
        if (symbol.DeclaringSyntaxReferences.IsEmpty)
        {
            return External(symbol);
        }

        var text = DocCommentText.Get(symbol, cancellation);
        if (text is null)
        {
            return null;
        }

        var doc = DocXmlParser.Parse(text);
        if (doc is null)
        {
            return null;
        }

        var own = DocXmlParser.ToSpec(doc);
        return depth > 0 && doc.Descendants("inheritdoc").FirstOrDefault() is { } inherit && Source(symbol, inherit, cancellation) is { } source
            ? Merge(own, Parse(source, depth - 1, cancellation))
            : own;
    }

    /// <summary>
    /// The comment of a member that a request is bound to: a property's own, or the <c>param</c> of its record's. A
    /// method's parameter has none of its own; see <see cref="DocSpec.Params"/>.
    /// </summary>
    public static DocSpec? ParseMember(ISymbol member)
    {
        var doc = member is IPropertySymbol ? Parse(member) : null;
        if (doc is not null || member is not (IPropertySymbol or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }))
        {
            return doc;
        }

        var text = Parse(member.ContainingType)?.Params.FirstOrDefault(p => p.Name == member.Name);
        if (text is not null)
        {
            return new DocSpec(text.Text.Length == 0 ? null : text.Text, null, null, text.Example);
        }

        var property = member is IParameterSymbol ? member.ContainingType.GetMembers(member.Name).OfType<IPropertySymbol>().FirstOrDefault() : null;
        return property is null ? null : Parse(property);
    }

    /// <summary>
    /// The comment of a symbol of another assembly. An editor has it at hand; the command-line compiler does not read the
    /// XML files of its references, so the ID goes along and the document looks it up: the member's own, then those of
    /// the members that it overrides or implements, for <c>inheritdoc</c>.
    /// </summary>
    private static DocSpec? External(ISymbol symbol)
    {
        var ids = new List<string>();
        for (ISymbol? current = symbol; current is not null && ids.Count < MaxInheritance; current = Inherited(current))
        {
            if (current.OriginalDefinition.GetDocumentationCommentId() is { } id)
            {
                ids.Add(id);
            }
        }

        return ids.Count == 0 ? null : new DocSpec(null, null, null, null) { ExternalId = string.Join("|", ids) };
    }

    private static ISymbol? Inherited(ISymbol symbol) => symbol is IPropertySymbol property ? property.OverriddenProperty ?? InterfaceMember(symbol) : null;

    private static ISymbol? Source(ISymbol symbol, XElement inherit, CancellationToken cancellation)
    {
        if ((string?)inherit.Attribute("cref") is { } reference)
        {
            return DocReference.Resolve(symbol, reference, cancellation) is { } target && !SymbolEqualityComparer.Default.Equals(target, symbol) ? target : null;
        }

        return symbol switch
        {
            IMethodSymbol { OverriddenMethod: { } overridden } => overridden,
            IPropertySymbol { OverriddenProperty: { } overridden } => overridden,
            INamedTypeSymbol type => type.BaseType is { SpecialType: SpecialType.None } parent ? parent : type.Interfaces.FirstOrDefault(),
            _ => InterfaceMember(symbol),
        };
    }

    private static ISymbol? InterfaceMember(ISymbol symbol)
    {
        foreach (var contract in symbol.ContainingType?.AllInterfaces ?? [])
        {
            foreach (var member in contract.GetMembers(symbol.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(symbol.ContainingType!.FindImplementationForInterfaceMember(member), symbol))
                {
                    return member;
                }
            }
        }

        return null;
    }

    /// <summary>What stands in the comment itself goes before what it inherits.</summary>
    public static DocSpec? Merge(DocSpec? own, DocSpec? inherited)
    {
        if (own is null || inherited is null)
        {
            return own ?? inherited;
        }

        return inherited with
        {
            Summary = own.Summary ?? inherited.Summary,
            Remarks = own.Remarks ?? inherited.Remarks,
            Returns = own.Returns ?? inherited.Returns,
            Example = own.Example ?? inherited.Example,
            Params = own.Params.Concat(inherited.Params.Where(p => !own.Params.Any(o => o.Name == p.Name))).ToEquatableArray(),
            Responses = own.Responses.Concat(inherited.Responses.Where(p => !own.Responses.Any(o => o.Name == p.Name))).ToEquatableArray(),
            ExternalDocs = own.ExternalDocs ?? inherited.ExternalDocs,
        };
    }
}
