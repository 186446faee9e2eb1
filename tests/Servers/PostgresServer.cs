using System.Diagnostics;
using Npgsql;

namespace EcommerceBot.Servers;

/// <summary>A private PostgreSQL on a free loopback port, with fsync as in production. It runs as <c>postgres</c> where the tests run as root, which the server refuses.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly string? Bin = ServerProgram.Find(
        [.. Enumerable.Range(14, 6).Reverse().Select(version => $"/usr/lib/postgresql/{version}/bin/postgres"), "/usr/local/pgsql/bin/postgres"]);

    private readonly string _folder;
    private readonly int _port = ServerProgram.FreePort();
    private Process? _process;

    private readonly string[] _settings;

    private PostgresServer(string folder, string[] settings) => (_folder, _settings) = (folder, settings);

    /// <summary>Why it cannot run here; null where it can.</summary>
    public static string? Missing => Bin is null ? "PostgreSQL's server is not installed (apt-get install postgresql)" : null;

    /// <summary>For a <see cref="TcpProxy"/> before it.</summary>
    public int Port => _port;

    private string Log => Path.Combine(_folder, "postgres.log");

    /// <summary>For one of its databases.</summary>
    public string ConnectionString(string database, int poolSize = 50) =>
        $"Host=127.0.0.1;Port={_port};Username=shop;Database={database};Maximum Pool Size={poolSize};Include Error Detail=true";

    /// <summary>A fresh server.</summary>
    /// <param name="settings">More of its settings: <c>shared_preload_libraries=pg_stat_statements</c>.</param>
    public static async Task<PostgresServer> StartAsync(params string[] settings)
    {
        var server = new PostgresServer(Directory.CreateTempSubdirectory("postgres-").FullName, settings);
        if (Environment.UserName == "root")
            await ServerProgram.RunAsync("chown", "postgres", server._folder);
        await RunAsOwnerAsync("initdb", "-D", Path.Combine(server._folder, "data"), "-U", "shop", "-A", "trust", "-E", "UTF8", "--no-locale");
        await server.RunAsync();
        return server;
    }

    /// <summary>Starts it (again) on the same port and files.</summary>
    public async Task RunAsync()
    {
        var (program, arguments) = AsOwner("postgres",
        [
            "-D", Path.Combine(_folder, "data"), "-p", $"{_port}", "-k", _folder, "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=300", "-c", "log_lock_waits=on",
            .. _settings.SelectMany(setting => (string[])["-c", setting]),
        ]);
        _process = ServerProgram.Start(program, arguments, null, Log);
        await ServerProgram.UntilAsync(AnswersAsync, _process, "PostgreSQL", Log);
    }

    /// <summary>An empty database, or a copy of <paramref name="template"/>, to which nobody may be connected; CREATE DATABASE's further options may follow its name.</summary>
    public async Task<string> CreateDatabaseAsync(string template = "template1")
    {
        var name = $"shop_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template}", connection);
        await command.ExecuteNonQueryAsync();
        return name;
    }

    /// <summary>SIGQUIT, PostgreSQL's immediate shutdown: no checkpoint, the next start recovers from the log as after a crash.</summary>
    public async Task CrashAsync()
    {
        await ServerProgram.RunAsync("bash", "-c", $"kill -QUIT $(head -1 '{_folder}/data/postmaster.pid')");
        await _process!.WaitForExitAsync();
        // A pooled connection to the dead server would fail whoever is given it next.
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>What the server wrote, for counting deadlocks.</summary>
    public async Task<string> ReadLogAsync()
    {
        await using var stream = new FileStream(Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await CrashAsync();
        _process?.Dispose();
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        await using var connection = new NpgsqlConnection($"{ConnectionString("postgres")};Pooling=false;Timeout=2");
        await connection.OpenAsync();
        return true;
    }

    private static Task RunAsOwnerAsync(string tool, params string[] arguments)
    {
        var (program, all) = AsOwner(tool, arguments);
        return ServerProgram.RunAsync(program, all);
    }

    private static (string Program, string[] Arguments) AsOwner(string tool, params string[] arguments)
    {
        var path = Path.Combine(Path.GetDirectoryName(Bin)!, tool);
        return Environment.UserName == "root"
            ? ("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", path, .. arguments])
            : (path, arguments);
    }
}
