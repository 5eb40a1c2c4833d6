using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Covet.Json.Shapes;

namespace Covet.Json.Tests.Calls;

/// <summary>The table's calls of <c>CovetJson</c> are calls of generated code, in the assembly that the JIT runs and that is compiled native.</summary>
public sealed class BoundCallTests
{
    [Fact]
    public void The_tables_calls_are_bound_at_build_but_for_those_that_a_type_parameter_hides()
    {
        using var file = File.OpenRead(typeof(ShapeTable).Assembly.Location);
        using var image = new PEReader(file);
        var reader = image.GetMetadataReader();
        var calls = from row in Enumerable.Range(1, reader.GetTableRowCount(TableIndex.MethodSpec))
                    let method = reader.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row)).Method
                    where method.Kind == HandleKind.MemberReference
                    let member = reader.GetMemberReference((MemberReferenceHandle)method)
                    where member.Parent.Kind == HandleKind.TypeReference
                    let type = reader.GetString(reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name)
                    where type is "CovetJson" or "JsonCalls"
                    group member by type + "." + reader.GetString(member.Name) into same
                    select (same.Key, Count: same.Count());
        var counts = calls.ToDictionary(static call => call.Key, static call => call.Count);
        Assert.Equal(1, counts["CovetJson.Deserialize"]);
        Assert.False(counts.ContainsKey("CovetJson.SerializeToUtf8Bytes"));
        Assert.True(counts["JsonCalls.SerializeToUtf8Bytes"] > 250, $"{counts["JsonCalls.SerializeToUtf8Bytes"]} calls");
        Assert.True(counts["JsonCalls.Deserialize"] > 250, $"{counts["JsonCalls.Deserialize"]} calls");
    }
}
