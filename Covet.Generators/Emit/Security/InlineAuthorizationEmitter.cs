using Covet.Generators.Model;

namespace Covet.Generators.Emit.Security;

/// <summary>
/// Writes what an endpoint's authorization attributes ask for as one expression over the user, where no service is needed to
/// know: [Authorize] alone or with roles, and Covet's claims, scopes and permissions. Beside it stand the requirements that
/// the expression was made from; the runtime uses it only where ASP.NET Core's policy has the same ones.
/// </summary>
internal static class InlineAuthorizationEmitter
{
    private const string Namespace = "Microsoft.AspNetCore.Authorization.";

    /// <summary>The metadata, or null where the attributes need the policy engine or ask for nothing.</summary>
    public static string? Expression(EquatableArray<AttributeSpec> metadata)
    {
        var requirements = new List<string>();
        var checks = new List<string>();
        foreach (var attribute in metadata)
        {
            if (attribute.BaseTypes.Contains(Namespace + "IAllowAnonymous"))
            {
                return null;
            }

            if (!attribute.BaseTypes.Contains(Namespace + "IAuthorizeData") && !attribute.BaseTypes.Contains(Namespace + "IAuthorizationRequirementData"))
            {
                continue;
            }

            if (!TryAdd(attribute, requirements, checks))
            {
                return null;
            }
        }

        return requirements.Count == 0
            ? null
            : "new global::Covet.Internal.InlineAuthorization(new[] { " + string.Join(", ", requirements.Distinct().Select(Literals.String)) + " }, static (user, checks) => " + string.Join(" && ", checks.Distinct()) + ")";
    }

    private static bool TryAdd(AttributeSpec attribute, List<string> requirements, List<string> checks)
    {
        var name = attribute.TypeName switch
        {
            Namespace + "AuthorizeAttribute" => "",
            "Covet.RequireClaimAttribute" => "claim",
            "Covet.RequireScopeAttribute" => "scope",
            "Covet.RequirePermissionAttribute" => "permission",
            _ => null,
        };
        if (name is null || Text(attribute, "Policy") is not null || (name.Length == 0 && attribute.Arguments.Count > 0))
        {
            return false;
        }

        if (Text(attribute, "Roles") is { } list)
        {
            var roles = list.Split(',').Select(role => role.Trim()).Where(role => role.Length > 0).ToList();
            if (roles.Count == 0)
            {
                return false;
            }

            requirements.Add("roles\0" + string.Join("\0", roles));
            checks.Add("(" + string.Join(" || ", roles.Select(role => "user.IsInRole(" + Literals.String(role) + ")")) + ")");
        }
        else
        {
            requirements.Add("user");
            checks.Add("checks.IsUser(user)");
        }

        if (name.Length == 0)
        {
            return true;
        }

        var values = Values(attribute);
        if (values is null || (values.Count == 0 && name != "claim"))
        {
            return false;
        }

        requirements.Add(name + "\0" + string.Join("\0", values));
        checks.Add("checks.Has" + char.ToUpperInvariant(name[0]) + name.Substring(1) + "(user, " + string.Join(", ", values.Select(Literals.String)) + ")");
        return true;
    }

    // A claim's type first; null where a null stands among them, which the runtime will refuse.
    private static List<string>? Values(AttributeSpec attribute)
    {
        var values = attribute.Arguments.SelectMany(argument => argument.TypeName == "System.String" ? [argument] : (IEnumerable<AttributeArgumentSpec>)argument.Elements).Select(argument => argument.Text).ToList();
        return values.Any(value => value is null) ? null : values.ConvertAll(value => value!);
    }

    private static string? Text(AttributeSpec attribute, string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.Name == name)?.Text;
}
