using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Incremental;

/// <summary>
/// Keeps what was parsed from a declaration while its file is the same, the files whose bodies it was made from are, and no declaration anywhere has changed: a
/// keystroke in a method's body then costs the parsing of that file alone, not of all.
/// </summary>
internal sealed class ParseCache<T>
    where T : class
{
    private readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<int, Entry>> files = new();

    /// <summary>What the declaration parses to.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="parse">Parses it.</param>
    /// <param name="cancellation">Ends it early.</param>
    public T? Get(SyntaxNode declaration, Compilation compilation, Func<SyntaxNode, Compilation, CancellationToken, Parsed<T>> parse, CancellationToken cancellation)
    {
        var entries = files.GetValue(declaration.SyntaxTree, static _ => new ConcurrentDictionary<int, Entry>());
        if (entries.TryGetValue(declaration.SpanStart, out var entry) && entry.Stands(compilation, cancellation))
        {
            return entry.Parsed.Result;
        }

        var parsed = parse(declaration, compilation, cancellation);
        entries[declaration.SpanStart] = new Entry(CompilationShape.Of(compilation, parsed.SeesEndpoints, cancellation), parsed);
        return parsed.Result;
    }

    private sealed class Entry(CompilationShape shape, Parsed<T> parsed)
    {
        public Parsed<T> Parsed => parsed;

        public bool Stands(Compilation compilation, CancellationToken cancellation) =>
            shape.Equals(CompilationShape.Of(compilation, parsed.SeesEndpoints, cancellation)) && parsed.Others.All(compilation.ContainsSyntaxTree);
    }
}
