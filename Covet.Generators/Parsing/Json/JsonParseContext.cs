using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>One type while it is parsed: what it reaches and what is wrong with it.</summary>
internal sealed class JsonParseContext(Compilation compilation, ITypeSymbol type, TypeRef reference, JsonOptionsSpec options, int numberHandling, CancellationToken cancellation)
{
    private readonly List<TypeUse> uses = [];
    private readonly List<JsonProblem> problems = [];

    public Compilation Compilation { get; } = compilation;

    public ITypeSymbol Type { get; } = type;

    public TypeRef Reference { get; } = reference;

    public JsonOptionsSpec Options { get; } = options;

    /// <summary>The number handling in force for the type itself.</summary>
    public int NumberHandling { get; } = numberHandling;

    public CancellationToken Cancellation { get; } = cancellation;

    public JsonTypeSpec? Spec { get; set; }

    public IReadOnlyList<TypeUse> Uses => uses;

    public IReadOnlyList<JsonProblem> Problems => problems;

    /// <summary>Says that the type reaches another, whose reference it returns.</summary>
    public TypeRef Reach(ITypeSymbol reached, int? handling = null, bool isFilled = false)
    {
        handling = handling == Options.NumberHandling ? null : handling;
        uses.Add(new TypeUse(reached, handling, isFilled));
        return handling is { } other ? TypeRefFactory.CreateWithNumberHandling(reached, other) : TypeRefFactory.Create(reached);
    }

    /// <summary>Says that the compiler reports what is wrong.</summary>
    public void Broken() => problems.Add(new JsonProblem(JsonUse.Both, BrokenCode.Finding));

    public void Problem(JsonUse use, string rule, ISymbol? place, params string[] arguments) =>
        problems.Add(new JsonProblem(use, new DiagnosticSpec(rule, (place ?? Type).Place() ?? Type.Place(), new EquatableArray<string>(arguments))));
}
