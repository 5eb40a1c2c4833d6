"""Source of the applications with many routes, for the sides whose routes are compiled. Route n: /group{n/50}/resource{n}/{id:int}."""


def minimalapi(count):
    lines = ["namespace MinimalApiPeer;", "", "internal static class ManyRoutes", "{",
             "    public static void Map(WebApplication app)", "    {"]
    for n in range(count):
        lines.append(f'        app.MapGet("/group{n // 50}/resource{n}/{{id:int}}", (int id) => new User(id, "resource {n}"));')
    return "\n".join(lines + ["    }", "}", ""])


def covet(count):
    lines = ["using Covet;", "", "namespace CovetSide;", ""]
    for group in range((count + 49) // 50):
        lines += [f'[Handler("/group{group}")]', f"internal static class Group{group}", "{"]
        for n in range(group * 50, min(count, group * 50 + 50)):
            lines += [f'    [Get("resource{n}/{{id:int}}")]', f'    public static User Resource{n}(int id) => new(id, "resource {n}");', ""]
        lines += ["}", ""]
    return "\n".join(lines)


WRITERS = {"minimalapi": minimalapi, "covet": covet}
