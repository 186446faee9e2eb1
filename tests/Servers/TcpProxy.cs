using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EcommerceBot.Servers;

/// <summary>Stands between a program and its server and makes the network bad: slow, silent, cut or closed.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private readonly Task _accepting;
    private volatile byte[]? _cutOn;
    private volatile TaskCompletionSource _toServer = Opened();
    private volatile TaskCompletionSource _toClient = Opened();

    /// <param name="target">The server's port on loopback.</param>
    public TcpProxy(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where the program connects to.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>New connections are closed at once.</summary>
    public bool Refuses { get; set; }

    /// <summary>How long every piece of traffic waits, in both directions.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>How often <see cref="CutWhenSent"/> struck.</summary>
    public int Cuts { get; private set; }

    /// <summary>Keeps back what the program sends, what the server answers, or both; connections stay open.</summary>
    public void Hold(bool requests, bool answers)
    {
        if (requests && _toServer.Task.IsCompleted)
            _toServer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (answers && _toClient.Task.IsCompleted)
            _toClient = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Lets go what was held.</summary>
    public void Release()
    {
        _toServer.TrySetResult();
        _toClient.TrySetResult();
    }

    /// <summary>Resets every connection.</summary>
    public void CutAll()
    {
        foreach (var socket in _open.Keys)
            socket.Close(0);
    }

    /// <summary>Once, resets the connection on which the program sends these bytes; the server never sees them.</summary>
    public void CutWhenSent(byte[] bytes) => _cutOn = bytes;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        Release();
        CutAll();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static TaskCompletionSource Opened()
    {
        var gate = new TaskCompletionSource();
        gate.SetResult();
        return gate;
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptSocketAsync(_stop.Token);
            if (Refuses)
                client.Close(0);
            else
                _ = Task.Run(() => RelayAsync(client));
        }
    }

    private async Task RelayAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        (_open[client], _open[server]) = (true, true);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target);
            await Task.WhenAny(PumpAsync(client, server, () => _toServer.Task, watched: true), PumpAsync(server, client, () => _toClient.Task, watched: false));
        }
        catch (SocketException)
        {
            // The server is away: the program sees its connection closed, as it would without us.
        }
        finally
        {
            client.Close(0);
            server.Close(0);
            _open.TryRemove(client, out _);
            _open.TryRemove(server, out _);
        }
    }

    private async Task PumpAsync(Socket from, Socket to, Func<Task> gate, bool watched)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                if (watched && Strikes(buffer.AsSpan(0, count)))
                    return;
                await gate();
                if (Delay > TimeSpan.Zero)
                    await Task.Delay(Delay);
                await to.SendAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One side has gone; the other is closed too.
        }
    }

    private bool Strikes(ReadOnlySpan<byte> sent)
    {
        if (_cutOn is not { } bytes || sent.IndexOf(bytes) < 0)
            return false;
        _cutOn = null;
        Cuts++;
        return true;
    }
}
