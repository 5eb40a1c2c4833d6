using Covet.Generators.Emit.Binding;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.Services;

/// <summary>Writes the registrations: each a plain factory that calls a constructor.</summary>
internal static class ServicesEmitter
{
    private const string Extensions = "global::Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.Add";
    private const string KeyedExtensions = "global::Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddKeyed";
    private static readonly string[] Lifetimes = ["Singleton", "Scoped", "Transient"];

    /// <summary>Writes a statement a registration.</summary>
    public static void Emit(SourceWriter writer, IEnumerable<ServiceSpec> services, IEnumerable<HandlerSpec> handlers)
    {
        var singletons = handlers.Where(handler => handler.Endpoints.Any(endpoint => endpoint.IsSingleton && !endpoint.IsStatic)).ToList();
        foreach (var service in services)
        {
            var registration = Registration(service.Service.FullName, service.Implementation, service.Lifetime, service.KeyExpression, service.Dependencies);
            if (!service.IsClosed)
            {
                writer.Line(registration);
                continue;
            }

            writer.Open("if (global::Covet.Internal.ServiceClosings.IsFirst(services, " + Literals.String(service.Closing) + "))");
            writer.Line(registration);
            writer.Close();
        }

        foreach (var handler in singletons)
        {
            var endpoint = handler.Endpoints.First(candidate => candidate is { IsSingleton: true, IsStatic: false });
            writer.Line(Registration(handler.Type.FullName, handler.Type, 0, null, endpoint.Dependencies));
        }
    }

    private static string Registration(string service, TypeRef implementation, int lifetime, string? key, EquatableArray<DependencySpec> dependencies)
    {
        var make = ServiceExpressions.New(implementation, dependencies, "provider");
        return key is null
            ? Extensions + Lifetimes[lifetime] + "<" + service + ">(services, static provider => " + make + ");"
            : KeyedExtensions + Lifetimes[lifetime] + "<" + service + ">(services, " + key + ", static (provider, _) => " + make + ");";
    }
}
