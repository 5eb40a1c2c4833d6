using Covet.Generators.Model;

namespace Covet.Generators.Emit.Security;

/// <summary>Writes the list of the permissions that an application's endpoints ask for; a library leaves them to its applications in attributes.</summary>
internal static class PermissionsEmitter
{
    public static string Emit(AssemblySpec assembly, IEnumerable<PermissionSpec> permissions)
    {
        var byName = permissions.Distinct().GroupBy(permission => permission.Name).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        var writer = SourceWriter.StartFile();
        if (!assembly.IsApplication)
        {
            foreach (var permission in byName.SelectMany(group => group.OrderBy(use => use.Endpoint, StringComparer.Ordinal)))
            {
                writer.Line("[assembly: global::Covet.Internal.CovetModulePermission(" + Literals.String(permission.Name) + ", " + Literals.String(permission.Endpoint) + ")]");
            }

            return writer.ToString();
        }

        writer.Line("namespace Covet;");
        writer.Line();
        writer.Line("/// <summary>The permissions that the endpoints of this application and of its libraries ask for with <c>[RequirePermission]</c>.</summary>");
        writer.Open("internal static class CovetPermissions");
        writer.Line("/// <summary>All of them, each once, in ordinal order.</summary>");
        writer.Line("public static global::System.Collections.Generic.IReadOnlyList<string> All { get; } = new string[]");
        writer.Line("{").Indent();
        foreach (var group in byName)
        {
            writer.Line("// " + Literals.Comment(string.Join(", ", group.Select(use => use.Endpoint).OrderBy(name => name, StringComparer.Ordinal))));
            writer.Line(Literals.String(group.Key) + ",");
        }

        writer.Outdent().Line("};");
        writer.Close();
        return writer.ToString();
    }
}
