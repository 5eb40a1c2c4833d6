using Covet.Generators.Emit.Security;
using Covet.Generators.Model;

namespace Covet.Generators;

/// <summary>
/// What the files of the whole assembly need of a handler: its routes and what it asks of services. Binding, results and
/// documentation stay out, so that an edit of them leaves the route table and the registrations as they are.
/// </summary>
internal static class ApplicationView
{
    public static HandlerSpec Of(HandlerSpec handler) => handler with
    {
        Types = default,
        Validators = default,
        Endpoints = handler.Endpoints.Select(Of).ToEquatableArray(),
    };

    private static EndpointSpec Of(EndpointSpec endpoint) => endpoint with
    {
        Parameters = Services(endpoint),
        Return = new ReturnSpec(ReturnKind.Void, AsyncKind.None, null),
        Metadata = default,
        Doc = null,
        HandlerDoc = null,
        IsDebug = false,
        ValidationStatusCode = 0,
        HasInlineAuthorization = InlineAuthorizationEmitter.Expression(endpoint.Metadata) is not null,
        Filters = Services(endpoint.Filters),
        FilterArguments = default,
    };

    // What open generic services are closed over.
    private static EquatableArray<FilterSpec> Services(EquatableArray<FilterSpec> filters) => filters
        .SelectMany(static filter => filter.Dependencies)
        .Where(static dependency => dependency.GenericDefinition is not null)
        .Select(static dependency => new FilterSpec(dependency.Type, FilterKind.Generic, "") { Dependencies = new EquatableArray<DependencySpec>([dependency]) })
        .ToEquatableArray();

    private static EquatableArray<ParameterSpec> Services(EndpointSpec endpoint) => endpoint.Parameters
        .SelectMany(WithMembers)
        .Where(static parameter => parameter.ServiceDependency is not null)
        .Select(static parameter => new ParameterSpec("", parameter.Type, BindingSource.Services, "") { ServiceDependency = parameter.ServiceDependency })
        .ToEquatableArray();

    private static IEnumerable<ParameterSpec> WithMembers(ParameterSpec parameter) => parameter.Members.SelectMany(WithMembers).Prepend(parameter);
}
