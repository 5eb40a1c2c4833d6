using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace Covet;

/// <summary>Options of ASP.NET Core's forwarded headers for named proxies alone.</summary>
internal static class ForwardedProxies
{
    public static ForwardedHeadersOptions Options(IEnumerable<string> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All & ~ForwardedHeaders.XForwardedPrefix };
        options.KnownProxies.Clear();
        Networks(options).Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(proxy, out var network))
            {
                Networks(options).Add(Network(network));
            }
            else
            {
                throw new ArgumentException($"'{proxy}' is neither an address nor a network.", nameof(proxies));
            }
        }

        return options;
    }

#if NET10_0_OR_GREATER
    private static IList<System.Net.IPNetwork> Networks(ForwardedHeadersOptions options) => options.KnownIPNetworks;

    private static System.Net.IPNetwork Network(System.Net.IPNetwork network) => network;
#else
    private static IList<Microsoft.AspNetCore.HttpOverrides.IPNetwork> Networks(ForwardedHeadersOptions options) => options.KnownNetworks;

    private static Microsoft.AspNetCore.HttpOverrides.IPNetwork Network(System.Net.IPNetwork network) => new(network.BaseAddress, network.PrefixLength);
#endif
}
