using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>What authorization attributes ask of a caller.</summary>
/// <param name="Schemes">The authentication schemes they name; none means the default one.</param>
/// <param name="Roles">The roles they name.</param>
/// <param name="Policies">The policies they name.</param>
internal sealed record SecurityNeed(IReadOnlyList<string> Schemes, IReadOnlyList<string> Roles, IReadOnlyList<string> Policies)
{
    private const string Namespace = "Microsoft.AspNetCore.Authorization.";

    /// <summary>Why an authenticated caller may be refused, or null where none is.</summary>
    public string? Restriction
    {
        get
        {
            var parts = new[] { Part("role", Roles), Part("policy", Policies) }.Concat(Claims).Where(p => p is not null).ToList();
            return parts.Count == 0 ? null : "Forbidden: needs " + string.Join(" and ", parts) + ".";
        }
    }

    /// <summary>The scopes and permissions that every caller needs; where one of several will do, none of them is here.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>What Covet's attributes ask for, in words.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    /// <summary>The need, or null where anyone may call.</summary>
    public static SecurityNeed? Of(EquatableArray<AttributeSpec> metadata)
    {
        var authorize = metadata.Where(a => Is(a, "AuthorizeAttribute", "IAuthorizeData")).ToList();
        if (authorize.Count == 0 || metadata.Any(a => Is(a, "AllowAnonymousAttribute", "IAllowAnonymous")))
        {
            return null;
        }

        return new SecurityNeed(
            Names(authorize.Select(a => a.Text("AuthenticationSchemes"))),
            Names(authorize.Select(a => a.Text("Roles"))),
            Names(authorize.Select(a => a.Text("Policy"))))
        {
            Scopes = Asked(authorize, "scopes").Concat(Asked(authorize, "permissions")).Where(names => names.Count == 1).Select(names => names[0]).Distinct(StringComparer.Ordinal).ToList(),
            Claims = Asked(authorize, "scopes").Select(names => Part("scope", names)!)
                .Concat(Asked(authorize, "permissions").Select(names => Part("permission", names)!))
                .Concat(authorize.Where(a => a.TypeName == "Covet.RequireClaimAttribute").Select(a => Part("claim", [a.Text("claimType") ?? ""])!))
                .Distinct(StringComparer.Ordinal)
                .ToList(),
        };
    }

    /// <summary>The form in a fragment; the document knows the schemes.</summary>
    public ApiObject ToNode() => new()
    {
        { "schemes", new ApiArray(Schemes.Select(s => (ApiNode)ApiValue.String(s))) },
        { "roles", new ApiArray(Roles.Concat(Scopes).Select(s => (ApiNode)ApiValue.String(s))) },
    };

    // The values of [RequireScope] or [RequirePermission], of which one is needed.
    private static IEnumerable<List<string>> Asked(List<AttributeSpec> authorize, string argument) => authorize
        .Where(a => a.TypeName is "Covet.RequireScopeAttribute" or "Covet.RequirePermissionAttribute")
        .Select(a => (a.Argument(argument)?.Elements ?? default).Select(e => e.Text ?? "").ToList())
        .Where(names => names.Count > 0);

    private static bool Is(AttributeSpec attribute, string name, string contract) =>
        attribute.TypeName == Namespace + name || attribute.BaseTypes.Contains(Namespace + contract);

    private static List<string> Names(IEnumerable<string?> lists) => lists
        .SelectMany(list => (list ?? "").Split(','))
        .Select(name => name.Trim())
        .Where(name => name.Length != 0)
        .Distinct(StringComparer.Ordinal)
        .ToList();

    private static string? Part(string noun, IReadOnlyList<string> names) =>
        names.Count == 0 ? null : "the " + noun + " " + string.Join(" or ", names.Select(n => "`" + n + "`"));
}
