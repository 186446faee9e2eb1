using System.Net;
using System.Net.Sockets;

namespace EcommerceBot.Catalog.Media.Fetching;

/// <summary>
/// Connects to names that strangers gave. A name is resolved once, every address it has is judged, and the connection goes to the address that was
/// judged: a name that answers otherwise a moment later gains nothing. Knows nothing of pictures or of this module.
/// </summary>
/// <param name="resolve">Asks the name service.</param>
/// <param name="isAllowed">Judges one address.</param>
internal sealed class GuardedConnection(Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPAddress, bool> isAllowed)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>One that follows no redirect and uses no proxy, which would do the connecting itself.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = Patience,
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectCallback = ConnectAsync,
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        // One bad address among good ones is a trick, not a choice.
        if (addresses.Length == 0 || !Array.TrueForAll(addresses, address => isAllowed(address)))
            throw new ForbiddenAddressException(host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name that leads to an address which is not on the internet.</summary>
internal sealed class ForbiddenAddressException(string host) : HttpRequestException($"{host} does not lead to a public address.");
