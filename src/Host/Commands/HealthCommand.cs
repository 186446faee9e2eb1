using System.CommandLine;

namespace EcommerceBot.Host.Commands;

/// <summary><c>health</c>: asks the Host that serves beside it, for containers whose image has neither shell nor curl.</summary>
internal static class HealthCommand
{
    public static Command Create()
    {
        var check = new Option<string>("--check") { Description = "live, ready or startup.", DefaultValueFactory = _ => "ready" };
        check.AcceptOnlyFromAmong("live", "ready", "startup");
        var command = new Command("health", "Ask the Host serving on this machine how it is; exit code 0 when it is well.") { check };
        command.SetAction((parsed, cancellationToken) => AskAsync(parsed.GetRequiredValue(check), cancellationToken));
        return command;
    }

    private static async Task<int> AskAsync(string check, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
        var address = new Uri($"http://127.0.0.1:{Port(new ConfigurationBuilder().AddEnvironmentVariables().AddEnvironmentVariables("ASPNETCORE_").Build())}/health/{check}");
        try
        {
            using var answer = await client.GetAsync(address, cancellationToken);
            Console.WriteLine($"{address} answers {(int)answer.StatusCode}");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"{address} does not answer: {exception.Message}");
            return 1;
        }
    }

    /// <summary>Where a Host with this environment answers it: the management port, else its first http port.</summary>
    private static int Port(IConfiguration configuration)
    {
        if (configuration.GetValue<int?>("Management:Port") is { } management)
            return management;
        var url = configuration["urls"]?.Split(';').FirstOrDefault(url => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
        if (url is not null)
            return new Uri(url.Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal)).Port;
        return int.TryParse(configuration["http_ports"]?.Split(';')[0], out var port) ? port : 8080;
    }
}
