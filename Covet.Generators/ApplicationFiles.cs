using Covet.Generators.Emit.Application;
using Covet.Generators.Emit.Routing;
using Covet.Generators.Model;
using Covet.Generators.Routing;
using Microsoft.CodeAnalysis;

namespace Covet.Generators;

/// <summary>Adds the files of the whole assembly: its module, and in an application the route table and the extension methods.</summary>
internal static class ApplicationFiles
{
    public static void Add(SourceProductionContext output, ApplicationSpec application)
    {
        var hasContent = application.Handlers.Count > 0 || application.Services.Count > 0;
        if (!application.Assembly.IsApplication && !hasContent)
        {
            return;
        }

        output.AddSource("CovetModule.g.cs", ModuleEmitter.Emit(application));
        if (!application.Assembly.IsApplication)
        {
            return;
        }

        var entries = ModuleEmitter.Routes(application.Handlers).Select((route, index) => new RouteTableEntry(route.Route, 0, index)).ToList();
        var modules = new List<string> { "new " + ModuleEmitter.TypeName(application.Assembly) + "()" };
        foreach (var module in application.Modules)
        {
            entries.AddRange(module.Routes.Select(route => new RouteTableEntry(route.Route, modules.Count, route.Index)));
            modules.Add("new " + module.TypeName + "()");
        }

        output.AddSource("CovetRoutes.g.cs", RouteTableEmitter.Emit(entries, modules, application.Assembly.Versioning));
        output.AddSource("CovetExtensions.g.cs", ExtensionsEmitter.Emit(application, ", " + Emit.OpenApi.OpenApiEmitter.ClassName + ".Documents"));
    }
}
