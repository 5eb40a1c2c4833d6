using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Text;

namespace Covet;

/// <summary>Names the caller that a limit counts for.</summary>
internal static class LimitKey
{
    private const byte Address = 1;
    private const byte User = 2;

    /// <summary>The key of a request, for one of <c>user</c>, <c>ip</c>, <c>apiKey</c> and <c>route</c>.</summary>
    public static UInt128 Of(HttpContext context, string by) => by switch
    {
        "route" => UInt128.One,
        "ip" => OfAddress(context),
        "apiKey" => OfUser(context, apiKeysOnly: true),
        _ => OfUser(context, apiKeysOnly: false),
    };

    // Nobody is an address, so that logging out does not help.
    private static UInt128 OfUser(HttpContext context, bool apiKeysOnly)
    {
        foreach (var identity in context.User.Identities)
        {
            if (identity.IsAuthenticated
                && (!apiKeysOnly || identity.Label == ApiKeyHandler.IdentityLabel || identity.AuthenticationType == "ApiKey")
                && CallerName.SubjectOf(identity) is { } subject)
            {
                return Hash(identity.AuthenticationType ?? "", subject.Issuer, subject.Value);
            }
        }

        return OfAddress(context);
    }

    private static UInt128 OfAddress(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        Span<byte> bytes = stackalloc byte[17];
        bytes[0] = Address;
        address.TryWriteBytes(bytes[1..], out var length);

        // A network of IPv6 has 64 bits for one customer (RFC 6177), who may use any address in it.
        return SipHash.Compute(bytes[..(1 + (address.AddressFamily == AddressFamily.InterNetworkV6 ? 8 : length))]);
    }

    private static UInt128 Hash(string scheme, string issuer, string subject)
    {
        var length = Encoding.UTF8.GetMaxByteCount(scheme.Length + issuer.Length + subject.Length) + 8;
        Span<byte> bytes = length <= 512 ? stackalloc byte[512] : new byte[length];
        bytes[0] = User;
        var written = 1;
        foreach (var part in (ReadOnlySpan<string>)[scheme, issuer, subject])
        {
            written += Encoding.UTF8.GetBytes(part, bytes[written..]);

            // A byte that no UTF-8 has, so that no parts run together.
            bytes[written++] = 0xFF;
        }

        return SipHash.Compute(bytes[..written]);
    }
}
