using System.Collections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Covet.Transport;

/// <summary>
/// The features of a connection: those that it is itself, and the few that the server above adds. There are as many of these as there are
/// connections, most of them idle, and a dictionary takes five times the memory.
/// </summary>
internal sealed class ConnectionFeatures(EpollConnection connection) : IFeatureCollection
{
    private static readonly Type[] s_own =
    [
        typeof(IConnectionIdFeature), typeof(IConnectionTransportFeature), typeof(IConnectionItemsFeature), typeof(IConnectionLifetimeFeature),
        typeof(IConnectionEndPointFeature), typeof(IConnectionSocketFeature), typeof(IMemoryPoolFeature),
    ];

    // What was set, also in the place of one of our own: null where that was taken away.
    private KeyValuePair<Type, object?>[] _set = [];
    private int _count;

    public bool IsReadOnly => false;

    public int Revision { get; private set; }

    public object? this[Type key]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(key);
            foreach (var (type, feature) in _set.AsSpan(0, _count))
            {
                if (type == key)
                {
                    return feature;
                }
            }

            foreach (var own in s_own)
            {
                if (own == key)
                {
                    return connection;
                }
            }

            return null;
        }

        set
        {
            ArgumentNullException.ThrowIfNull(key);
            Revision++;
            for (var i = 0; i < _count; i++)
            {
                if (_set[i].Key == key)
                {
                    _set[i] = new(key, value);
                    return;
                }
            }

            if (_count == _set.Length)
            {
                // As many as Kestrel adds to a connection without TLS, so that it is done once.
                Array.Resize(ref _set, _count + 5);
            }

            _set[_count++] = new(key, value);
        }
    }

    public TFeature? Get<TFeature>() => (TFeature?)this[typeof(TFeature)];

    public void Set<TFeature>(TFeature? instance) => this[typeof(TFeature)] = instance;

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator()
    {
        for (var i = 0; i < _count; i++)
        {
            if (_set[i].Value is { } feature)
            {
                yield return new(_set[i].Key, feature);
            }
        }

        foreach (var own in s_own)
        {
            if (!Array.Exists(_set, pair => pair.Key == own))
            {
                yield return new(own, connection);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
