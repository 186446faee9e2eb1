using System.Net.Http.Json;
using EcommerceBot.Integration.Tests.Running;

namespace EcommerceBot.Integration.Tests.Operating;

public sealed class LogTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("logs-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task PathsCarryTokens_NoLogLineDoes()
    {
        const string canary = "canary0123456789";
        await using (var host = await HostProcess.StartAsync(_data, HostProcess.FreePort(), new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Staging",
            ["Serilog__MinimumLevel__Default"] = "Verbose",
        }))
        {
            foreach (var path in (string[])[$"/chat/sessions/{canary}/events", $"/pay/{canary}", $"/webhooks/whatsapp?hub.verify_token={canary}", $"/media/{canary}"])
                using (await host.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken))
                using (await host.Client.PostAsJsonAsync(new Uri(path, UriKind.Relative), new { id = canary, text = canary }, TestContext.Current.CancellationToken))
                {
                }
        }

        var log = await File.ReadAllTextAsync(HostProcess.LogOf(_data), TestContext.Current.CancellationToken);
        Assert.Contains("\"Route\":\"/pay/{", log, StringComparison.Ordinal);
        Assert.DoesNotContain(canary, log, StringComparison.Ordinal);
    }
}
