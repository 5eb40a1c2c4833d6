using Covet.Transport;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Covet.Runtime.Tests;

/// <summary>The features of a connection are what ASP.NET Core's own collection would be, had it been given the same.</summary>
public sealed class ConnectionFeaturesTests
{
    private static readonly Type[] s_own =
    [
        typeof(IConnectionIdFeature), typeof(IConnectionTransportFeature), typeof(IConnectionItemsFeature), typeof(IConnectionLifetimeFeature),
        typeof(IConnectionEndPointFeature), typeof(IConnectionSocketFeature), typeof(IMemoryPoolFeature),
    ];

    private static readonly Type[] s_all =
    [
        .. s_own, typeof(IHttpRequestFeature), typeof(IConnectionHeartbeatFeature), typeof(ITlsHandshakeFeature), typeof(string), typeof(int[]), typeof(Version),
    ];

    [Fact]
    public async Task They_are_the_connection_itself()
    {
        await using var pair = await TransportPair.ConnectAsync();
        Assert.All(s_own, type => Assert.Same(pair.Server, pair.Server.Features[type]));
        Assert.Same(pair.Server, pair.Server.Features.Get<IConnectionIdFeature>());
        Assert.Null(pair.Server.Features.Get<ITlsHandshakeFeature>());
        Assert.Equal(s_own.ToHashSet(), pair.Server.Features.Select(static pair => pair.Key).ToHashSet());
    }

    [Fact]
    public async Task Whatever_is_set_replaced_and_taken_away_they_agree_with_the_collection_of_ASPNET_Core()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var run = 0; run < 20; run++)
        {
            await using var pair = await TransportPair.ConnectAsync();
            var (features, model) = (pair.Server.Features, (IFeatureCollection)new FeatureCollection());
            foreach (var own in s_own)
            {
                model[own] = pair.Server;
            }

            for (var step = 0; step < 60; step++)
            {
                var (type, value) = (s_all[random.Next(s_all.Length)], random.Next(3) == 0 ? null : new object());
                var revision = features.Revision;
                model[type] = value;
                features[type] = value;
                Assert.NotEqual(revision, features.Revision);
                Assert.All(s_all, key => Assert.Same(model[key], features[key]));
                Assert.Equal(model.ToDictionary(), features.ToDictionary());
            }
        }
    }
}
