using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Tests;

public sealed class ModelShapeTests
{
    private static readonly Type[] Models =
        [.. typeof(EndpointSpec).Assembly.GetTypes().Where(t => t.Namespace == typeof(EndpointSpec).Namespace && !t.Name.StartsWith('<') && !t.IsNested)];

    [Fact]
    public void No_spec_can_hold_an_object_of_Roslyn() => Assert.Empty(ModelShape.Offences(Models));

    [Fact]
    public void Every_spec_is_a_sealed_record_or_a_value_with_equality_by_value()
    {
        var offences = Models
            .Where(t => t is { IsEnum: false, IsInterface: false } && !(t.IsAbstract && t.IsSealed))
            .Where(t => !t.IsValueType && !t.IsSealed || !t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEquatable<>)))
            .Select(t => t.Name);
        Assert.Empty(offences);
    }

    [Theory]
    [InlineData(typeof(HoldsSymbol))]
    [InlineData(typeof(HoldsNamedType))]
    [InlineData(typeof(HoldsObject))]
    [InlineData(typeof(HoldsEquatableOfSymbol))]
    [InlineData(typeof(HoldsLocationInArray))]
    [InlineData(typeof(HoldsToken))]
    [InlineData(typeof(HoldsDelegate))]
    [InlineData(typeof(HoldsDeep))]
    public void The_walk_finds_what_it_is_for(Type offender) => Assert.NotEmpty(ModelShape.Offences(offender));

    private sealed record HoldsSymbol(ISymbol Symbol);

    private sealed record HoldsNamedType(INamedTypeSymbol Type);

    private sealed record HoldsObject(object Anything);

    private sealed record HoldsEquatableOfSymbol(IEquatable<ISymbol?> Symbol);

    private sealed record HoldsLocationInArray(Location[] Locations);

    private sealed record HoldsToken(SyntaxToken Token);

    private sealed record HoldsDelegate(Func<string> Name);

    private sealed record HoldsDeep(List<HoldsSymbol> Symbols);
}
