using System.Diagnostics;
using System.Net.Sockets;

namespace EcommerceBot.Servers;

/// <summary>A private Redis on a free loopback port that keeps nothing on disk: what the shop puts there may vanish at any time.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private static readonly string? Program = ServerProgram.Find("/usr/bin/redis-server", "/usr/local/bin/redis-server");

    private readonly string _folder;
    private readonly int _port = ServerProgram.FreePort();
    private Process? _process;

    private RedisServer(string folder) => _folder = folder;

    /// <summary>Why it cannot run here; null where it can.</summary>
    public static string? Missing => Program is null ? "Redis's server is not installed (apt-get install redis-server)" : null;

    /// <summary>For StackExchange.Redis.</summary>
    public string ConnectionString => $"127.0.0.1:{_port}";

    /// <summary>A fresh server.</summary>
    public static async Task<RedisServer> StartAsync()
    {
        var server = new RedisServer(Directory.CreateTempSubdirectory("redis-").FullName);
        await server.RunAsync();
        return server;
    }

    /// <summary>Starts it (again) on the same port, empty.</summary>
    public async Task RunAsync()
    {
        var log = Path.Combine(_folder, "redis.log");
        _process = ServerProgram.Start(Program!, ["--port", $"{_port}", "--bind", "127.0.0.1", "--save", "", "--dir", _folder], null, log);
        await ServerProgram.UntilAsync(AnswersAsync, _process, "Redis", log);
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await KillAsync();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _port);
        return true;
    }
}
