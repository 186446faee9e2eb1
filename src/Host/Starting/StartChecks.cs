using System.Data.Common;
using EcommerceBot.Host.Listening;
using EcommerceBot.Host.Profiling;

namespace EcommerceBot.Host.Starting;

/// <summary>What must be right before the Host serves: every fault is named at once, each with its cure.</summary>
internal static class StartChecks
{
    public static async Task<int> RefuseAsync(IReadOnlyCollection<string> faults)
    {
        await Console.Error.WriteLineAsync($"EcommerceBot does not start: {faults.Count} setting{(faults.Count == 1 ? "" : "s")} must be mended first.");
        foreach (var fault in faults)
            await Console.Error.WriteLineAsync($"  - {fault}");
        return 78; // EX_CONFIG of sysexits.h: restarting will not help.
    }

    public static List<string> FaultsOf(IConfiguration configuration, IHostEnvironment environment)
    {
        List<string> faults =
            [.. StoreFaults(configuration), .. HostRoles.Faults(configuration), .. Proxies.Read(configuration).Faults(), .. Tls.Read(configuration).Faults(), .. ProfilingSettings.Read(configuration)?.Faults() ?? []];
        if (environment.IsProduction())
            faults.AddRange(ProductionChecks.FaultsOf(configuration));
        return faults;
    }

    private static IEnumerable<string> StoreFaults(IConfiguration configuration)
    {
        var (postgres, rabbitMq) = (configuration.GetConnectionString("Postgres"), configuration.GetConnectionString("RabbitMq"));
        if (string.IsNullOrEmpty(postgres) != string.IsNullOrEmpty(rabbitMq))
            yield return "ConnectionStrings__Postgres and ConnectionStrings__RabbitMq belong together: set both, or neither for the embedded store.";
        if (!string.IsNullOrEmpty(rabbitMq) && !(Uri.TryCreate(rabbitMq, UriKind.Absolute, out var broker) && broker.Scheme is "amqp" or "amqps" or "rabbitmq" or "rabbitmqs"))
            yield return "ConnectionStrings__RabbitMq is no address: it should read amqp://user:password@host:5672/vhost (amqps:// with TLS).";
        if (!string.IsNullOrEmpty(postgres) && !IsConnectionString(postgres))
            yield return "ConnectionStrings__Postgres is no connection string: it should read Host=…;Database=…;Username=…;Password=….";
        if (!string.IsNullOrEmpty(configuration.GetConnectionString("Mongo")))
            yield return "ConnectionStrings__Mongo is set, but this version keeps transcripts in the relational store. Remove it, so that nobody looks for them in MongoDB.";
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = text }.ContainsKey("Host");
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
