using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Incremental;

/// <summary>The shapes of all files of a compilation with its options and references: where two are equal, so are all specs of a file that is the same in both.</summary>
internal sealed class CompilationShape : IEquatable<CompilationShape>
{
    private static readonly ConditionalWeakTable<Compilation, CompilationShape> Cache = new();


    // Most edits leave the shape as it is: then the object before serves again, and comparing is comparing references.
    private static CompilationShape? last;

    private const string GeneratedFolder = "Covet.Generators.CovetGenerator";

    private readonly long[] files;
    private readonly ImmutableArray<MetadataReference> references;
    private readonly CompilationOptions options;
    private readonly string assembly;

    private CompilationShape(Compilation compilation, CancellationToken cancellation)
    {
        // What Covet generated changes nothing of what a declaration is: so analyzers, which see it, find what the generator parsed.
        files = [.. compilation.SyntaxTrees.Where(static tree => !tree.FilePath.Contains(GeneratedFolder)).Select(tree => DeclarationShape.Of(tree, cancellation))];
        references = [.. compilation.References];
        options = compilation.Options;
        assembly = compilation.AssemblyName ?? "";
    }

    public static CompilationShape Of(Compilation compilation, CancellationToken cancellation)
    {
        if (Cache.TryGetValue(compilation, out var known))
        {
            return known;
        }

        var shape = new CompilationShape(compilation, cancellation);
        var previous = Volatile.Read(ref last);
        if (shape.Equals(previous))
        {
            shape = previous!;
        }

        Volatile.Write(ref last, shape);
        return Cache.GetValue(compilation, _ => shape);
    }

    public bool Equals(CompilationShape? other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (assembly == other.assembly
                && files.AsSpan().SequenceEqual(other.files)
                && options.Equals(other.options)
                && references.SequenceEqual(other.references)));

    public override bool Equals(object? obj) => obj is CompilationShape other && Equals(other);

    public override int GetHashCode() => files.Length;
}
