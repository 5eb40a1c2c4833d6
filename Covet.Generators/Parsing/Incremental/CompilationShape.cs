using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Incremental;

/// <summary>The shapes of all files of a compilation with its options and references: where two are equal, so are all specs of a file that is the same in both.</summary>
internal sealed class CompilationShape : IEquatable<CompilationShape>
{
    private static readonly ConditionalWeakTable<Compilation, CompilationShape> Whole = new();
    private static readonly ConditionalWeakTable<Compilation, CompilationShape> WithoutEndpoints = new();

    // Most edits leave the shape as it is: then the object before serves again, and comparing is comparing references.
    private static CompilationShape? lastWhole;
    private static CompilationShape? lastWithoutEndpoints;

    private const string GeneratedFolder = "Covet.Generators.CovetGenerator";

    private readonly long[] files;
    private readonly ImmutableArray<MetadataReference> references;
    private readonly CompilationOptions options;
    private readonly string assembly;

    private CompilationShape(Compilation compilation, bool withEndpoints, CancellationToken cancellation)
    {
        // What Covet generated changes nothing of what a declaration is: so analyzers, which see it, find what the generator parsed.
        files = [.. compilation.SyntaxTrees.Where(static tree => !tree.FilePath.Contains(GeneratedFolder)).Select(tree => DeclarationShape.Of(tree, withEndpoints, cancellation))];
        references = [.. compilation.References];
        options = compilation.Options;
        assembly = compilation.AssemblyName ?? "";
    }

    /// <summary>The shape of a compilation.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="withEndpoints">Whether the endpoints of sealed handlers are in it, see <see cref="DeclarationShape"/>.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static CompilationShape Of(Compilation compilation, bool withEndpoints, CancellationToken cancellation) => withEndpoints
        ? Of(compilation, withEndpoints, Whole, ref lastWhole, cancellation)
        : Of(compilation, withEndpoints, WithoutEndpoints, ref lastWithoutEndpoints, cancellation);

    private static CompilationShape Of(Compilation compilation, bool withEndpoints, ConditionalWeakTable<Compilation, CompilationShape> cache, ref CompilationShape? last, CancellationToken cancellation)
    {
        if (cache.TryGetValue(compilation, out var known))
        {
            return known;
        }

        var shape = new CompilationShape(compilation, withEndpoints, cancellation);
        var previous = Volatile.Read(ref last);
        if (shape.Equals(previous))
        {
            shape = previous!;
        }

        Volatile.Write(ref last, shape);
        return cache.GetValue(compilation, _ => shape);
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
