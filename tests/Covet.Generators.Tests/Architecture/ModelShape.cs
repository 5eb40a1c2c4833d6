using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests;

/// <summary>
/// Finds what a spec must not hold. A field offends where an object of Roslyn could be stored in it, asked by
/// assignability: <c>ISymbol</c>, but as well <c>object</c>, <c>IEquatable&lt;ISymbol&gt;</c> or a delegate that closes over one.
/// </summary>
internal static class ModelShape
{
    private static readonly Type[] RoslynTypes =
        [.. new[] { typeof(ISymbol).Assembly, typeof(CSharpCompilation).Assembly }.SelectMany(a => a.GetTypes()).Where(t => !t.IsEnum)];

    private static readonly Type[] RoslynReferenceTypes = [.. RoslynTypes.Where(t => t is { IsValueType: false, ContainsGenericParameters: false })];

    /// <summary>The paths of the fields that offend, from these types down.</summary>
    public static IReadOnlyList<string> Offences(params IEnumerable<Type> roots)
    {
        var offences = new List<string>();
        var seen = new HashSet<Type>();
        foreach (var root in roots)
        {
            Walk(root, root.Name, seen, offences);
        }

        return offences;
    }

    private static void Walk(Type type, string path, HashSet<Type> seen, List<string> offences)
    {
        if (!seen.Add(type))
        {
            return;
        }

        for (var t = type; t is not null && t != typeof(object); t = t.BaseType)
        {
            const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            foreach (var field in t.GetFields(Fields))
            {
                Check(field.FieldType, $"{path}.{field.Name}", seen, offences);
            }
        }
    }

    private static void Check(Type type, string path, HashSet<Type> seen, List<string> offences)
    {
        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal))
        {
            return;
        }

        if (type.IsArray)
        {
            Check(type.GetElementType()!, path + "[]", seen, offences);
        }
        else if (CanHoldRoslyn(type))
        {
            offences.Add($"{path}: {type}");
        }
        else
        {
            Walk(type, path, seen, offences);
        }
    }

    private static bool CanHoldRoslyn(Type type) =>
        RoslynTypes.Contains(type)
        || typeof(Delegate).IsAssignableFrom(type)
        || type.IsPointer
        || (!type.IsValueType && RoslynReferenceTypes.Any(type.IsAssignableFrom));
}
