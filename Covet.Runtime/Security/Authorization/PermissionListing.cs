using System.Text;

namespace Covet;

/// <summary>The permissions as a text table for people: who asks for each, and which roles have it.</summary>
internal static class PermissionListing
{
    public static string Format(IEnumerable<CovetRoute> routes, CovetAuthorizationOptions? options)
    {
        var asked = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var route in routes)
        {
            foreach (var permission in route.Endpoint.Metadata.GetOrderedMetadata<RequirePermissionAttribute>().SelectMany(attribute => attribute.Permissions).Distinct(StringComparer.Ordinal))
            {
                Of(permission).Add(route.ToString());
            }
        }

        var grants = options?.Grants ?? [];
        foreach (var permission in grants.Values.SelectMany(granted => granted))
        {
            _ = Of(permission);
        }

        var text = new StringBuilder();
        foreach (var (permission, endpoints) in asked)
        {
            var roles = new List<string>();
            foreach (var (role, granted) in grants)
            {
                if (granted.Contains(permission))
                {
                    roles.Add(role);
                }
            }

            roles.Sort(StringComparer.Ordinal);
            text.Append(permission).Append(roles.Count == 0 ? "" : " (roles: " + string.Join(", ", roles) + ")").Append('\n');
            foreach (var endpoint in endpoints.DefaultIfEmpty("no endpoint asks for it"))
            {
                text.Append("  ").Append(endpoint).Append('\n');
            }
        }

        return text.ToString();

        List<string> Of(string permission) => asked.TryGetValue(permission, out var list) ? list : asked[permission] = [];
    }
}
