using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Covet.Generators.Tests.Json;

/// <summary>The methods of <c>CovetJson</c> that a compiled program calls; a call that is bound to generated code is none of them.</summary>
internal static class JsonCallsOf
{
    /// <summary>The name of each method, once for each type that it is called with.</summary>
    public static List<string> Assembly(CompiledLibrary compiled)
    {
        using var image = new PEReader(new MemoryStream(compiled.Image));
        var reader = image.GetMetadataReader();
        var names = from row in Enumerable.Range(1, reader.GetTableRowCount(TableIndex.MethodSpec))
                    let method = reader.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row)).Method
                    where method.Kind == HandleKind.MemberReference
                    let member = reader.GetMemberReference((MemberReferenceHandle)method)
                    where member.Parent.Kind == HandleKind.TypeReference
                    where reader.GetString(reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name) == "CovetJson"
                    select reader.GetString(member.Name);
        return [.. names.Order(StringComparer.Ordinal)];
    }
}
