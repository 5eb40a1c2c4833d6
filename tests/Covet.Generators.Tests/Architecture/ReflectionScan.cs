using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Covet.Generators.Tests;

/// <summary>Lists what an assembly refers to that looks types or members up at run time, from its metadata tables.</summary>
internal static class ReflectionScan
{
    private static readonly string[] ForbiddenNamespaces =
        ["System.Reflection", "System.Linq.Expressions", "System.Dynamic", "Microsoft.CSharp"];

    private static readonly string[] ForbiddenTypes =
    [
        "System.Activator",
        "System.Runtime.CompilerServices.CallSite",
        "System.Runtime.CompilerServices.CallSite`1",
        "System.ComponentModel.TypeDescriptor",
        "Microsoft.Extensions.DependencyInjection.ActivatorUtilities",
    ];

    // Type.Name is declared on it, so the type alone is no offence; its members are checked as those of Type are.
    private const string MemberInfo = "System.Reflection.MemberInfo";

    // What typeof(T) compiles to, comparing its results, and asking a type for its name or kind: no member is looked up.
    private static readonly string[] AllowedMembersOfType =
        ["GetTypeFromHandle", "op_Equality", "op_Inequality", "get_Name", "get_FullName", "ToString", "get_IsValueType", "get_IsEnum", "IsInstanceOfType", "IsAssignableFrom"];

    public static ImmutableSortedSet<string> Offences(byte[] image)
    {
        using var pe = new PEReader(new MemoryStream(image));
        var metadata = pe.GetMetadataReader();
        var offences = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.TypeReferences)
        {
            var name = FullName(metadata, handle);
            if (name != MemberInfo && IsForbidden(name))
            {
                offences.Add(name);
            }
        }

        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference
                && FullName(metadata, (TypeReferenceHandle)member.Parent) is "System.Type" or MemberInfo
                && metadata.GetString(member.Name) is var name
                && !AllowedMembersOfType.Contains(name, StringComparer.Ordinal))
            {
                offences.Add($"{FullName(metadata, (TypeReferenceHandle)member.Parent)}.{name}");
            }
        }

        return offences.ToImmutable();
    }

    // Attributes of System.Reflection (AssemblyVersionAttribute, DefaultMemberAttribute of an indexer) are data that the
    // compiler writes, not calls.
    private static bool IsForbidden(string name) =>
        ForbiddenTypes.Contains(name, StringComparer.Ordinal)
        || (!name.EndsWith("Attribute", StringComparison.Ordinal)
            && Array.Exists(ForbiddenNamespaces, n => name.StartsWith(n + ".", StringComparison.Ordinal)));

    private static string FullName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{FullName(metadata, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
