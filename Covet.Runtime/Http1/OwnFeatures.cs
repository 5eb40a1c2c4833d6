using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Covet.Http1;

/// <summary>The features that a connection is itself.</summary>
internal static class OwnFeatures
{
    /// <summary>All of them.</summary>
    public static readonly Type[] All =
    [
        typeof(IHttpRequestFeature), typeof(IHttpResponseFeature), typeof(IHttpResponseBodyFeature), typeof(IRouteValuesFeature),
        typeof(IEndpointFeature), typeof(IRequestBodyPipeFeature), typeof(IHttpRequestIdentifierFeature), typeof(IHttpConnectionFeature),
        typeof(IHttpRequestTrailersFeature), typeof(IHttpExtendedConnectFeature), typeof(IHttpUpgradeFeature), typeof(IBadRequestExceptionFeature),
        typeof(IHttpRequestLifetimeFeature), typeof(IHttpMaxRequestBodySizeFeature), typeof(IHttpMinRequestBodyDataRateFeature),
        typeof(IHttpMinResponseDataRateFeature), typeof(IHttpBodyControlFeature), typeof(IHttpRequestBodyDetectionFeature),
        typeof(IPersistentStateFeature),
    ];

    /// <summary>Whether a feature is one of them.</summary>
    public static bool Contains(Type key)
    {
        // Types of the runtime are one object each; Array.IndexOf would call Equals.
        foreach (var own in All)
        {
            if (ReferenceEquals(own, key))
            {
                return true;
            }
        }

        return false;
    }
}
