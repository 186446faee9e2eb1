using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace EcommerceBot.Servers;

/// <summary>A private RabbitMQ node with its management plug-in, loopback only, on free ports.</summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    private static readonly string? Program = ServerProgram.Find("/usr/lib/rabbitmq/bin/rabbitmq-server");

    private readonly string _folder;
    private readonly int _amqp = ServerProgram.FreePort();
    private readonly int _management = ServerProgram.FreePort();
    private readonly int _distribution = ServerProgram.FreePort();
    private readonly int _epmd = ServerProgram.FreePort();
    private readonly string _name = $"shop{Guid.NewGuid():N}@localhost";
    private readonly bool _metrics;
    private Process? _process;

    private RabbitMqServer(string folder, bool metrics)
    {
        (_folder, _metrics) = (folder, metrics);
        Management = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_management}"), Timeout = TimeSpan.FromSeconds(5) };
        Management.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("shop:shop-test")));
    }

    /// <summary>Why it cannot run here; null where it can.</summary>
    public static string? Missing => Program is null ? "RabbitMQ's server is not installed (apt-get install rabbitmq-server)" : null;

    /// <summary>For a <see cref="TcpProxy"/> before it.</summary>
    public int Port => _amqp;

    /// <summary>Where Prometheus may scrape, when it was started with metrics.</summary>
    public int MetricsPort { get; } = ServerProgram.FreePort();

    /// <summary>For the bus.</summary>
    public string ConnectionString => $"amqp://shop:shop-test@127.0.0.1:{_amqp}/";

    /// <summary>A broker of one's own inside this one: the connection string of an empty virtual host.</summary>
    public async Task<string> CreateVirtualHostAsync()
    {
        var name = $"shop-{Guid.NewGuid():N}";
        await PutAsync($"/api/vhosts/{name}", "{}");
        await PutAsync($"/api/permissions/{name}/shop", """{"configure":".*","write":".*","read":".*"}""");
        return $"{ConnectionString}{name}";
    }

    /// <summary>The management API, signed in.</summary>
    public HttpClient Management { get; }

    /// <summary>A fresh node.</summary>
    /// <param name="metrics">With the Prometheus plug-in too.</param>
    public static async Task<RabbitMqServer> StartAsync(bool metrics = false)
    {
        var server = new RabbitMqServer(Directory.CreateTempSubdirectory("rabbitmq-").FullName, metrics);
        await server.WriteConfigurationAsync();
        await server.RunAsync();
        return server;
    }

    /// <summary>Starts it (again) on the same ports and files.</summary>
    public async Task RunAsync()
    {
        _process = ServerProgram.Start(Program!, [], Settings(), Path.Combine(_folder, "out.log"));
        await ServerProgram.UntilAsync(AnswersAsync, _process, "RabbitMQ", Path.Combine(_folder, "out.log"));
    }

    /// <summary>SIGKILL of the node.</summary>
    public async Task KillAsync()
    {
        await ServerProgram.RunAsync("bash", "-c", $"kill -KILL $(cat '{_folder}/pid') 2>/dev/null || true");
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: the node closes its connections and its queues in order, as at an upgrade.</summary>
    public async Task StopAsync()
    {
        await ServerProgram.RunAsync("bash", "-c", $"kill -TERM $(cat '{_folder}/pid')");
        await _process!.WaitForExitAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await KillAsync();
        _process?.Dispose();
        Management.Dispose();
        await ServerProgram.RunAsync("bash", "-c", $"epmd -port {_epmd} -kill >/dev/null 2>&1 || true");
        Directory.Delete(_folder, recursive: true);
    }

    private async Task PutAsync(string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await Management.PutAsync(new Uri(path, UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<bool> AnswersAsync()
    {
        using var answer = await Management.GetAsync(new Uri("/api/health/checks/alarms", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }

    private async Task WriteConfigurationAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "enabled_plugins"), _metrics ? "[rabbitmq_management,rabbitmq_prometheus]." : "[rabbitmq_management].");
        await File.WriteAllTextAsync(Path.Combine(_folder, "rabbitmq.conf"),
            $"""
            listeners.tcp.1 = 127.0.0.1:{_amqp}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {_management}
            default_user = shop
            default_pass = shop-test
            {(_metrics ? $"prometheus.tcp.ip = 127.0.0.1\nprometheus.tcp.port = {MetricsPort}" : "")}
            """);
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["HOME"] = _folder,
        ["RABBITMQ_NODENAME"] = _name,
        ["RABBITMQ_DIST_PORT"] = $"{_distribution}",
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "mnesia"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder, "rabbitmq.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder, "enabled_plugins"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(_folder, "pid"),
        // Debian's own environment file would bring the system node's settings back.
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["ERL_EPMD_PORT"] = $"{_epmd}",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none",
    };
}
