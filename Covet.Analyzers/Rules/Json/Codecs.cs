using Covet.Generators.Parsing.Handlers;
using Covet.Generators.Parsing.Json;
using Covet.Generators.Parsing.Types;

namespace Covet.Analyzers.Rules.Json;

/// <summary>The types that a program has codecs of, as the generator finds them: from endpoints, <c>[JsonModel]</c> and calls. Found when the first use asks.</summary>
internal sealed class Codecs(Compilation compilation)
{
    private HashSet<string>? names;

    /// <summary>Whether there is a codec, or a library may have it.</summary>
    public bool Has(ITypeSymbol type, CancellationToken cancellation)
    {
        var known = names ??= Find(cancellation);
        return known.Contains(Name(TypeRefFactory.Create(type).FullName)) || (!IsOfSource(type) && LibraryHasCodecs());
    }

    private HashSet<string> Find(CancellationToken cancellation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Add(JsonModelParser.Parse(compilation.Assembly, Models(compilation.Assembly), compilation, cancellation).Types);
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var node in tree.GetRoot(cancellation).DescendantNodes())
            {
                if (DeclarationParser.IsCandidate(node))
                {
                    Add(DeclarationParser.Parse(node, compilation, cancellation)?.Handler?.Handler?.Types ?? default);
                }

                if (JsonCallParser.IsCandidate(node))
                {
                    Add(JsonCallParser.Parse(node, compilation, cancellation)?.Types ?? default);
                }

                if (node is BaseTypeDeclarationSyntax { AttributeLists.Count: > 0 } declaration)
                {
#pragma warning disable RS1030 // Another file's model is needed, once a compilation that calls CovetJson.
                    var type = compilation.GetSemanticModel(tree).GetDeclaredSymbol(declaration, cancellation);
#pragma warning restore RS1030
                    if (type is not null && Models(type) is { Count: > 0 } models)
                    {
                        Add(JsonModelParser.Parse(type, models, compilation, cancellation).Types);
                    }
                }
            }
        }

        return found;

        void Add(Generators.Model.EquatableArray<Generators.Model.TypeSpec> types)
        {
            foreach (var type in types.Where(static type => type.NeedsJson))
            {
                found.Add(Name(type.Type.FullName));
            }
        }
    }

    private static List<AttributeData> Models(ISymbol symbol) =>
        [.. symbol.GetAttributes().Where(static attribute => attribute.AttributeClass?.Name == "JsonModelAttribute")];

    // Whether null is allowed is not part of the type that is asked for.
    private static string Name(string fullName) => fullName.Replace("?", "");

    private bool IsOfSource(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsOfSource(array.ElementType),
        INamedTypeSymbol named => SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, compilation.Assembly) || named.TypeArguments.Any(IsOfSource),
        _ => false,
    };

    private bool LibraryHasCodecs() => compilation.SourceModule.ReferencedAssemblySymbols.Any(static assembly =>
        assembly.Name != "Covet.Runtime" && assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == "Covet.Runtime")));
}
