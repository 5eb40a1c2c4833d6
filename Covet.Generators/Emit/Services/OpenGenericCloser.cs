using Covet.Generators.Model;

namespace Covet.Generators.Emit.Services;

/// <summary>Closes open generic services over the type arguments with which handlers and services ask for them.</summary>
internal static class OpenGenericCloser
{
    // A service that needs itself over an ever larger type has no end; the container says so when it is asked for.
    private const int LongestName = 2000;

    /// <summary>The services of an assembly, with those that its uses of open generics come to.</summary>
    /// <param name="services">Its own services.</param>
    /// <param name="handlers">Its handlers.</param>
    /// <param name="modules">The libraries that it refers to.</param>
    public static IEnumerable<ServiceSpec> Close(IReadOnlyCollection<ServiceSpec> services, IEnumerable<HandlerSpec> handlers, IReadOnlyCollection<ModuleSpec> modules)
    {
        var result = services.Where(service => service.OpenDefinition is null).ToList();
        var open = services.Concat(modules.SelectMany(module => module.OpenServices)).Where(service => service.OpenDefinition is not null).ToLookup(service => service.OpenDefinition);
        if (open.Count == 0)
        {
            return result;
        }

        // What a library has registered for itself is there already.
        var seen = new HashSet<string>(modules.SelectMany(module => module.Closings));
        var pending = new Queue<DependencySpec>(
            handlers.SelectMany(handler => handler.Endpoints).SelectMany(Needs).Concat(result.SelectMany(service => service.Dependencies)));
        while (pending.Count > 0)
        {
            var need = pending.Dequeue();
            var definition = need.GenericDefinition;
            var arguments = need.TypeArguments;

            foreach (var template in open[definition])
            {
                var closed = Fill(template, arguments);
                if (closed.Service.FullName.Length < LongestName && seen.Add(closed.Closing))
                {
                    result.Add(closed);
                    foreach (var dependency in closed.Dependencies)
                    {
                        pending.Enqueue(dependency);
                    }
                }
            }
        }

        return result;
    }

    private static IEnumerable<DependencySpec> Needs(EndpointSpec endpoint) =>
        endpoint.Dependencies.Concat(endpoint.Filters.SelectMany(filter => filter.Dependencies)).Concat(endpoint.Parameters.Where(parameter => parameter.ServiceDependency is not null).Select(parameter => parameter.ServiceDependency!));

    private static ServiceSpec Fill(ServiceSpec template, EquatableArray<string> arguments) => template with
    {
        OpenDefinition = null,
        IsClosed = true,
        Implementation = Fill(template.Implementation, arguments),
        Service = Fill(template.Service, arguments),
        Dependencies = template.Dependencies.Select(dependency => dependency with
        {
            Type = Fill(dependency.Type, arguments),
            TypeArguments = dependency.TypeArguments.Select(argument => Fill(argument, arguments)).ToEquatableArray(),
        }).ToEquatableArray(),
    };

    private static TypeRef Fill(TypeRef type, EquatableArray<string> arguments) => type with { FullName = Fill(type.FullName, arguments) };

    private static string Fill(string template, EquatableArray<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            template = template.Replace("{" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "}", arguments[i]);
        }

        return template;
    }
}
