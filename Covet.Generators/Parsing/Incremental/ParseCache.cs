using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Incremental;

/// <summary>
/// Keeps what was parsed from a declaration while its file is the same and no declaration anywhere has changed: a
/// keystroke in a method's body then costs the parsing of that file alone, not of all.
/// </summary>
internal sealed class ParseCache<T>
    where T : class
{
    private readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<int, Entry>> files = new();

    /// <summary>What the declaration parses to.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="seesEndpoints">Whether it may depend on the endpoints of other handlers.</param>
    /// <param name="parse">Parses it.</param>
    /// <param name="cancellation">Ends it early.</param>
    public T? Get(SyntaxNode declaration, Compilation compilation, bool seesEndpoints, Func<SyntaxNode, Compilation, CancellationToken, T?> parse, CancellationToken cancellation)
    {
        var shape = CompilationShape.Of(compilation, seesEndpoints, cancellation);
        var entries = files.GetValue(declaration.SyntaxTree, static _ => new ConcurrentDictionary<int, Entry>());
        if (entries.TryGetValue(declaration.SpanStart, out var entry) && entry.Shape.Equals(shape))
        {
            return entry.Result;
        }

        var result = parse(declaration, compilation, cancellation);
        entries[declaration.SpanStart] = new Entry(shape, result);
        return result;
    }

    private sealed class Entry(CompilationShape shape, T? result)
    {
        public CompilationShape Shape => shape;

        public T? Result => result;
    }
}
