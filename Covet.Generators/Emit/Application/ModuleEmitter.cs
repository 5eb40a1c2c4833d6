using Covet.Generators.Model;

namespace Covet.Generators.Emit.Application;

/// <summary>Writes the module of an assembly: its endpoints by number, and its services.</summary>
internal static class ModuleEmitter
{
    /// <summary>The module's class as it is named in code; a library's is public and named for the assembly.</summary>
    public static string TypeName(AssemblySpec assembly) => "global::Covet.Generated." + (assembly.IsApplication ? "ApplicationModule" : "Modules." + SafeName(assembly.Name) + "Module");

    /// <summary>The routes of the assembly, in the order of their numbers.</summary>
    public static IEnumerable<(RouteSpec Route, EndpointSpec Endpoint, int RouteIndex)> Routes(IEnumerable<HandlerSpec> handlers) =>
        handlers.SelectMany(handler => handler.Endpoints).SelectMany(endpoint => endpoint.Routes.Select((route, index) => (route, endpoint, index)));

    public static string Emit(ApplicationSpec application)
    {
        var assembly = application.Assembly;
        var routes = Routes(application.Handlers).ToList();
        var services = Services.OpenGenericCloser.Close(application.Services, application.Handlers, application.Modules).ToList();
        var writer = SourceWriter.StartFile(Experimental(application));
        if (!assembly.IsApplication)
        {
            writer.Line("[assembly: global::Covet.Internal.CovetModule(typeof(" + TypeName(assembly) + "))]");
            for (var i = 0; i < routes.Count; i++)
            {
                var (route, endpoint, _) = routes[i];
                writer.Line("[assembly: global::Covet.Internal.CovetModuleRoute(" + Number(i) + ", " + Literals.String(route.TableMethod) + ", " + Literals.String(route.Template) + ", " + Number(route.Order) + ", " + Literals.String(endpoint.HandlerName + "." + endpoint.MethodName) + ")]");
            }

            foreach (var open in application.Services.Where(service => service is { OpenDefinition: not null, OpenImplementation: not null }).GroupBy(service => service.OpenImplementation!))
            {
                // Of an open generic the part before its type arguments is the same for all closings.
                var start = open.First().Implementation.FullName.Split('{')[0];
                var closings = services.Where(service => service.Implementation.FullName.StartsWith(start, StringComparison.Ordinal)).Select(service => ", " + Literals.String(service.Closing));
                writer.Line("[assembly: global::Covet.Internal.CovetModuleService(typeof(" + open.Key + ")" + string.Concat(closings) + ")]");
            }

            writer.Line();
        }

        writer.Line("namespace Covet.Generated" + (assembly.IsApplication ? "" : ".Modules") + ";");
        writer.Line();
        writer.Line("/// <summary>The endpoints and services of this assembly.</summary>");
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        writer.Open((assembly.IsApplication ? "internal" : "public") + " sealed class " + (assembly.IsApplication ? "ApplicationModule" : SafeName(assembly.Name) + "Module") + " : global::Covet.Internal.EndpointModule");
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override int Count => " + Number(routes.Count) + ";");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override global::Covet.Internal.EndpointDefinition Create(int index) => index switch");
        writer.Line("{").Indent();
        for (var i = 0; i < routes.Count; i++)
        {
            writer.Line(Number(i) + " => " + EndpointEmitter.ClassName(routes[i].Endpoint) + ".Route" + Number(routes[i].RouteIndex) + "(),");
        }

        writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(index)),");
        writer.Outdent().Line("};");
        writer.Line();
        writer.Line("/// <summary>Registers the services of this assembly, each by a plain factory.</summary>");
        writer.Open("public static void AddServices(global::Microsoft.Extensions.DependencyInjection.IServiceCollection services)");
        if (application.Handlers.SelectMany(handler => handler.Endpoints).Any(endpoint => endpoint.HasInlineAuthorization))
        {
            writer.Line("global::Covet.Internal.InlineAuthorization.AddServices(services);");
        }

        if (application.Handlers.SelectMany(handler => handler.Endpoints).Any(endpoint => endpoint.HasOwnResults))
        {
            writer.Line("global::Covet.Internal.CovetHosting.AddResultJson(services);");
        }

        Services.ServicesEmitter.Emit(writer, services, application.Handlers);
        writer.Close();
        writer.Close();
        return writer.ToString();
    }

    private static EquatableArray<string> Experimental(ApplicationSpec application) => application.Services.SelectMany(service => service.Experimental)
        .Concat(application.Handlers.SelectMany(handler => handler.Endpoints).SelectMany(endpoint => endpoint.Experimental))
        .Distinct()
        .OrderBy(id => id, StringComparer.Ordinal)
        .ToEquatableArray();

    // "Shop.Lib" is Shop_Lib; a name that another one could be mistaken for has its hash too.
    private static string SafeName(string name)
    {
        var isPlain = name.Length > 0 && char.IsLetter(name[0]) && name.All(static c => char.IsLetterOrDigit(c) || c == '.');
        var safe = (name.Length > 0 && char.IsLetter(name[0]) ? "" : "M") + new string([.. name.Select(static c => char.IsLetterOrDigit(c) ? c : '_')]);
        return isPlain ? safe : safe + "_" + Validation.StableHash.Of(name).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
