using System.Diagnostics;
using System.Net;
using EcommerceBot.Operations.Tests.Running;

namespace EcommerceBot.Operations.Tests.Containers;

/// <summary>The image's contents without an engine: published as the Dockerfile publishes, started as its entry point starts it, asked as its health check asks.</summary>
public sealed class PublishedHostTests
{
    [Fact]
    public async Task PublishedHost_ServesAndSaysItIsWell()
    {
        var folder = Directory.CreateTempSubdirectory("published-").FullName;
        // --no-restore as in the image; Debug is what is built already, and what is published is the same files.
        var published = await Shell.RunAsync("dotnet", "publish", Repository.At("src/Host/EcommerceBot.Host.csproj"), "--no-restore", "--no-build", "-c", "Debug", "-o", $"{folder}/app", "-p:UseAppHost=false", "-v", "q");
        Assert.True(published.Code == 0, published.Said);
        Assert.Contains("ENTRYPOINT [\"dotnet\", \"EcommerceBot.Host.dll\"]", Repository.Read("Dockerfile"), StringComparison.Ordinal);

        var (http, management) = (HostProcess.FreePort(), HostProcess.FreePort());
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Staging", ["ASPNETCORE_HTTP_PORTS"] = $"{http}", ["Management__Port"] = $"{management}", ["Storage__DataPath"] = $"{folder}/data",
        };
        Assert.Equal(1, (await AskAsync(folder, environment)).Code);
        using var host = Start(folder, environment);
        try
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while ((await AskAsync(folder, environment)).Code != 0)
            {
                Assert.False(host.HasExited, "the published Host ended");
                await timer.WaitForNextTickAsync(timeout.Token);
            }
            using var client = new HttpClient();
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri($"http://127.0.0.1:{http}/"), timeout.Token)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri($"http://127.0.0.1:{http}/metrics"), timeout.Token)).StatusCode);
        }
        finally
        {
            host.Kill();
            await host.WaitForExitAsync(TestContext.Current.CancellationToken);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<Ended> AskAsync(string folder, Dictionary<string, string> environment) =>
        Shell.RunAsync("dotnet", [$"{folder}/app/EcommerceBot.Host.dll", "health"], environment);

    private static Process Start(string folder, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", ["EcommerceBot.Host.dll"]) { WorkingDirectory = $"{folder}/app", RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }
}
