using Covet.Generators.Model;

namespace Covet.Generators.Emit.Binding;

/// <summary>The expressions that resolve services.</summary>
internal static class ServiceExpressions
{
    private const string Extensions = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.";
    private const string Keyed = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions.";

    public static string Resolve(TypeRef type, string? key, bool optional, string provider = "context.RequestServices")
    {
        var method = optional ? "Service<" : "RequiredService<";
        return key is null
            ? Extensions + "Get" + method + type.FullName.TrimEnd('?') + ">(" + provider + ")"
            : Keyed + (optional ? "GetKeyedService<" : "GetRequiredKeyedService<") + type.FullName.TrimEnd('?') + ">(" + provider + ", " + key + ")";
    }

    /// <summary>The expression that makes a class from its dependencies.</summary>
    public static string New(TypeRef type, IEnumerable<DependencySpec> dependencies, string provider = "context.RequestServices") =>
        "new " + type.FullName + "(" + string.Join(", ", dependencies.Select(dependency => Argument(dependency, provider))) + ")";

    private static string Argument(DependencySpec dependency, string provider)
    {
        if (dependency.Type.FullName == "global::System.IServiceProvider" && dependency.KeyExpression is null)
        {
            return provider;
        }

        // Asked for by its own type a struct that is not registered would come as its zero, and not as null.
        if (dependency is { Optional: true, KeyExpression: null, Type.IsValueType: true })
        {
            var type = dependency.Type.FullName.TrimEnd('?');
            return "(" + provider + ".GetService(typeof(" + type + ")) as " + type + "?)" + (dependency.DefaultExpression is null or "null" ? "" : " ?? " + dependency.DefaultExpression);
        }

        var value = Resolve(dependency.Type, dependency.KeyExpression, dependency.Optional, provider);
        return dependency.Optional && dependency.DefaultExpression is not (null or "null") ? value + " ?? " + dependency.DefaultExpression : value;
    }
}
