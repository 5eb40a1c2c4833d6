using Covet.Generators.Emit.Security;
using Covet.Generators.Model;
using Covet.Generators.Parsing.Modules;
using Microsoft.CodeAnalysis;

namespace Covet.Generators;

/// <summary>The pipeline's part for the list of permissions: those of each handler and of each library, put together once.</summary>
internal static class PermissionSteps
{
    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<HandlerSpec> handlers,
        IncrementalValueProvider<AssemblySpec> assembly)
    {
        var own = handlers.SelectMany(static (handler, _) => Of(handler)).WithTrackingName(StepNames.Permissions).Collect();
        var libraries = context.CompilationProvider.Select(ModuleParser.Permissions).WithTrackingName(StepNames.LibraryPermissions);
        var all = own.Combine(libraries).Combine(assembly)
            .Select(static (pair, _) => (Assembly: pair.Right, Permissions: (pair.Right.IsApplication ? pair.Left.Left.Concat(pair.Left.Right) : pair.Left.Left).ToEquatableArray()))
            .WithTrackingName(StepNames.PermissionList);
        context.RegisterSourceOutput(all, static (output, list) =>
        {
            if (list.Permissions.Count > 0)
            {
                output.AddSource("CovetPermissions.g.cs", PermissionsEmitter.Emit(list.Assembly, list.Permissions));
            }
        });
    }

    private static IEnumerable<PermissionSpec> Of(HandlerSpec handler) =>
        from endpoint in handler.Endpoints
        from attribute in endpoint.Metadata
        where attribute.TypeName == "Covet.RequirePermissionAttribute"
        from argument in attribute.Arguments
        from element in argument.Elements
        where element.Text is not null
        select new PermissionSpec(element.Text!, endpoint.HandlerName + "." + endpoint.MethodName);
}
