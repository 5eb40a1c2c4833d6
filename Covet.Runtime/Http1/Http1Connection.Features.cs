using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Covet.Http1;

/// <summary>
/// The features of the current request: the connection itself for what it implements, then what the application set, then those
/// of the connection below HTTP.
/// </summary>
internal abstract partial class Http1Connection : IFeatureCollection, IEndpointFeature, IRouteValuesFeature, IPersistentStateFeature
{
    private readonly List<KeyValuePair<Type, object?>> extra = [];
    private IDictionary<object, object?>? persistentState;
    private RouteValueDictionary? ownRouteValues;
    private object? routeValues;
    private object? serviceProviders;
    private bool replaced;
    private bool ownRouteValuesSeen;
    private int revision;

    public bool IsReadOnly => false;

    public int Revision => revision;

    public Endpoint? Endpoint { get; set; }

    [AllowNull]
    public RouteValueDictionary RouteValues
    {
        get => ownRouteValues ??= [];
        set => ownRouteValues = value;
    }

    IDictionary<object, object?> IPersistentStateFeature.State => persistentState ??= new Dictionary<object, object?>();

    public object? this[Type key]
    {
        get => Find(key) ?? connection.Features[key];
        set => Put(key, value);
    }

    // The order is that of how often a request asks.
    public TFeature? Get<TFeature>()
    {
        if (replaced)
        {
            return (TFeature?)this[typeof(TFeature)];
        }

        if (typeof(TFeature) == typeof(IEndpointFeature)
            || typeof(TFeature) == typeof(IHttpRequestFeature)
            || typeof(TFeature) == typeof(IHttpResponseFeature)
            || typeof(TFeature) == typeof(IHttpResponseBodyFeature))
        {
            return This<TFeature>();
        }

        if (typeof(TFeature) == typeof(IServiceProvidersFeature))
        {
            return Unsafe.As<object?, TFeature?>(ref serviceProviders);
        }

        if (typeof(TFeature) == typeof(IRouteValuesFeature) && routeValues is not null)
        {
            return Unsafe.As<object?, TFeature?>(ref routeValues);
        }

        return (TFeature?)this[typeof(TFeature)];
    }

    public void Set<TFeature>(TFeature? instance)
    {
        if (typeof(TFeature) == typeof(IServiceProvidersFeature) && serviceProviders is null)
        {
            // What was not there is in nobody's cache.
            serviceProviders = instance;
            return;
        }

        if (typeof(TFeature) == typeof(IRouteValuesFeature) && routeValues is null && !ownRouteValuesSeen)
        {
            routeValues = instance;
            return;
        }

        Put(typeof(TFeature), instance);
    }

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator()
    {
        foreach (var key in OwnFeatures.All.Concat(extra.ConvertAll(static pair => pair.Key)).Append(typeof(IServiceProvidersFeature)).Distinct())
        {
            if (Find(key) is { } feature)
            {
                yield return new(key, feature);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TFeature This<TFeature>()
    {
        object self = this;
        return Unsafe.As<object, TFeature>(ref self);
    }

    private object? Find(Type key)
    {
        if (key == typeof(IServiceProvidersFeature))
        {
            return serviceProviders;
        }

        if (key == typeof(IRouteValuesFeature) && routeValues is not null)
        {
            return routeValues;
        }

        foreach (var (type, feature) in extra)
        {
            if (type == key)
            {
                return feature;
            }
        }

        if (!OwnFeatures.Contains(key))
        {
            return null;
        }

        ownRouteValuesSeen |= key == typeof(IRouteValuesFeature);
        return this;
    }

    private void Put(Type key, object? feature)
    {
        revision++;
        if (key == typeof(IServiceProvidersFeature))
        {
            serviceProviders = feature;
            return;
        }

        if (key == typeof(IRouteValuesFeature))
        {
            routeValues = null;
            ownRouteValuesSeen = true;
        }

        // One of our own may be replaced, and also be taken away.
        replaced |= OwnFeatures.Contains(key);
        for (var i = 0; i < extra.Count; i++)
        {
            if (extra[i].Key == key)
            {
                extra[i] = new(key, feature);
                return;
            }
        }

        extra.Add(new(key, feature));
    }

    private void ResetFeatures()
    {
        if (extra.Count > 0 || settingsChanged)
        {
            revision++;
            extra.Clear();
            replaced = false;
            ResetSettings();
        }

        Endpoint = null;
        ownRouteValues = null;
        ownRouteValuesSeen = false;
        routeValues = null;
        serviceProviders = null;
    }
}
