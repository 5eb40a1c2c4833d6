namespace Covet;

/// <summary>Metadata that wraps its endpoint when the endpoint is first used, so that endpoints without it pay nothing.</summary>
internal interface IEndpointWrapper
{
    /// <summary>Where it stands: the lowest is outermost. See <see cref="WrapperOrder"/>.</summary>
    int Order { get; }

    /// <summary>Wraps an endpoint.</summary>
    RequestDelegate Wrap(RequestDelegate next, EndpointPipeline pipeline);
}
