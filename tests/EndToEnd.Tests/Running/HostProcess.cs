using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EcommerceBot.EndToEnd.Tests.Running;

/// <summary>The real Host on a free port and an empty store of its own, as `dotnet run` would start it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly string _dataPath;

    private HostProcess(Uri address)
    {
        Address = address;
        _dataPath = Directory.CreateTempSubdirectory("shop-").FullName;
        _process = Launch();
    }

    public Uri Address { get; }

    public static async Task<HostProcess> StartAsync()
    {
        var host = new HostProcess(new Uri($"http://127.0.0.1:{FreePort()}"));
        try
        {
            await host.WaitUntilReadyAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_dataPath, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Launch()
    {
        var origin = Address.GetLeftPart(UriPartial.Authority);
        var start = new ProcessStartInfo("dotnet", [BuildFacts.HostProgram])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = origin;
        start.Environment["Shop__PublicUrl"] = origin;
        start.Environment["Storage__DataPath"] = _dataPath;
        var process = Process.Start(start)!;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
            _output.AppendLine(line.Data);
    }

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        using var limit = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await IsReadyAsync(client))
        {
            if (_process.HasExited || limit.IsCancellationRequested)
                throw new InvalidOperationException($"The Host was not ready within {Patience.TotalSeconds} s. It wrote:\n{Output()}");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private string Output()
    {
        lock (_output)
            return _output.ToString();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
