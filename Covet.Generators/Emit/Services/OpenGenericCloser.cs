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

            foreach (var template in open[definition].Where(template => Fits(need, template)))
            {
                var closed = Fill(template, need);
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

    // A class may ask more of its type arguments than the service that it implements; the container then finds none.
    private static bool Fits(DependencySpec need, ServiceSpec template)
    {
        for (var i = 0; i < need.Traits.Count && i < template.Constraints.Count; i++)
        {
            var traits = need.Traits[i];
            if (traits.Count > 0 && !template.Constraints[i].All(wanted => traits.Contains(wanted)))
            {
                return false;
            }
        }

        return true;
    }

    private static ServiceSpec Fill(ServiceSpec template, DependencySpec need)
    {
        var arguments = need.TypeArguments;
        return template with
        {
            OpenDefinition = null,
            IsClosed = true,
            Implementation = Fill(template.Implementation, arguments),
            Service = Fill(template.Service, arguments),
            Dependencies = template.Dependencies.Select(dependency => dependency with
            {
                Type = Fill(dependency.Type, arguments),
                TypeArguments = dependency.TypeArguments.Select(argument => Fill(argument, arguments)).ToEquatableArray(),
                Traits = dependency.TypeArguments.Select((argument, i) => TraitsOf(argument, need) ?? dependency.Traits[i]).ToEquatableArray(),
            }).ToEquatableArray(),
        };
    }

    // A type parameter that is handed on is what stands for it; of a type that it is only part of nothing is known.
    private static EquatableArray<string>? TraitsOf(string template, DependencySpec need)
    {
        var index = Enumerable.Range(0, need.Traits.Count).Where(i => template == "{" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "}").ToList();
        return index.Count == 1 ? need.Traits[index[0]] : null;
    }

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
