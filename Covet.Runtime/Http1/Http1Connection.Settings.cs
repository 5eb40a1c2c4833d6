using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Covet.Http1;

/// <summary>The smaller features: the connection's addresses, and what a request may change of the server's limits.</summary>
internal abstract partial class Http1Connection : IHttpConnectionFeature, IHttpBodyControlFeature, IHttpMinRequestBodyDataRateFeature,
    IHttpMinResponseDataRateFeature, IHttpUpgradeFeature, IHttpExtendedConnectFeature, IBadRequestExceptionFeature
{
    private bool settingsChanged = true;
    private string? connectionId;
    private IPAddress? remoteAddress;
    private IPAddress? localAddress;
    private int remotePort;
    private int localPort;
    private bool synchronousIsOwn;
    private bool synchronous;
    private bool rateIsOwn;
    private MinDataRate? rate;
    private bool bodyRateIsOwn;
    private MinDataRate? bodyRate;

    string IHttpConnectionFeature.ConnectionId
    {
        get => connectionId ?? connection.ConnectionId;
        set => Change(connectionId = value);
    }

    IPAddress? IHttpConnectionFeature.RemoteIpAddress
    {
        get => remoteAddress;
        set => Change(remoteAddress = value);
    }

    IPAddress? IHttpConnectionFeature.LocalIpAddress
    {
        get => localAddress;
        set => Change(localAddress = value);
    }

    int IHttpConnectionFeature.RemotePort
    {
        get => remotePort;
        set => Change(remotePort = value);
    }

    int IHttpConnectionFeature.LocalPort
    {
        get => localPort;
        set => Change(localPort = value);
    }

    public bool AllowSynchronousIO
    {
        get => synchronousIsOwn ? synchronous : endpoint.Options.Server.AllowSynchronousIO;
        set => Change((synchronous = value, synchronousIsOwn = true));
    }

    MinDataRate? IHttpMinRequestBodyDataRateFeature.MinDataRate
    {
        get => bodyRateIsOwn ? bodyRate : endpoint.Options.Server.Limits.MinRequestBodyDataRate;
        set => Change((bodyRate = value, bodyRateIsOwn = true));
    }

    MinDataRate? IHttpMinResponseDataRateFeature.MinDataRate
    {
        get => ResponseRate;
        set => Change((rate = value, rateIsOwn = true));
    }

    bool IHttpUpgradeFeature.IsUpgradableRequest => false;

    bool IHttpExtendedConnectFeature.IsExtendedConnect => false;

    string? IHttpExtendedConnectFeature.Protocol => null;

    Exception? IBadRequestExceptionFeature.Error => rejection;

    Task<Stream> IHttpUpgradeFeature.UpgradeAsync() => throw new InvalidOperationException("Cannot upgrade a non-upgradable request. Check IHttpUpgradeFeature.IsUpgradableRequest to determine if a request can be upgraded.");

    ValueTask<Stream> IHttpExtendedConnectFeature.AcceptAsync() => throw new InvalidOperationException("The request is no extended CONNECT.");

    private void Change<T>(T value)
    {
        _ = value;
        settingsChanged = true;
    }

    private void ResetSettings()
    {
        settingsChanged = false;
        connectionId = null;
        var remote = connection.RemoteEndPoint as IPEndPoint;
        remoteAddress = remote?.Address;
        remotePort = remote?.Port ?? 0;
        var local = connection.LocalEndPoint as IPEndPoint;
        localAddress = local?.Address;
        localPort = local?.Port ?? 0;
        synchronousIsOwn = false;
        rateIsOwn = false;
        rate = null;
        bodyRateIsOwn = false;
        bodyRate = null;
    }
}
