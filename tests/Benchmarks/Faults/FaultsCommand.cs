using System.CommandLine;
using EcommerceBot.Running.Campaigns;

namespace EcommerceBot.Benchmarks.Faults;

/// <summary>The <c>faults</c> command: the integration tier's campaign in any size.</summary>
internal static class FaultsCommand
{
    private static readonly Option<int> Messages = Number("--messages", "Inbound WhatsApp messages, each adding one piece to a cart", 20_000);
    private static readonly Option<int> Conversations = Number("--conversations", "Shoppers who write at once; at least a 99th of the messages, since a cart line holds 99 pieces", 400);
    private static readonly Option<int> Hosts = Number("--hosts", "Hosts that share the servers", 1);
    private static readonly Option<int> Kills = Number("--kills", "SIGKILLs of a Host", 20);
    private static readonly Option<int> Broker = Number("--broker-restarts", "SIGKILLs of the RabbitMQ node", 5);
    private static readonly Option<int> Database = Number("--database-restarts", "Crashes of PostgreSQL", 5);
    private static readonly Option<int> Outages = Number("--broker-outages", "The same, but the node stays away for 30 s", 0);
    private static readonly Option<int> Redis = Number("--redis-restarts", "SIGKILLs of Redis, which comes back empty", 0);
    private static readonly Option<int> Seed = Number("--seed", "Of the order of the faults", 1);

    public static Command Create()
    {
        var command = new Command("faults", "Writes to the real Host while it is killed and its servers crash; counts what was lost, doubled or out of order. Exit code 1 when anything was.")
        {
            Messages, Conversations, Hosts, Kills, Broker, Outages, Database, Redis, Seed,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static Option<int> Number(string name, string description, int standard) => new(name) { Description = description, DefaultValueFactory = _ => standard };

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        if (CampaignServers.Missing is { } missing)
        {
            await Console.Error.WriteLineAsync(missing);
            return 2;
        }
        await using var servers = await CampaignServers.StartAsync();
        var result = await FaultCampaign.RunAsync(
            new CampaignPlan
            {
                Messages = given.GetValue(Messages),
                Conversations = given.GetValue(Conversations),
                Hosts = given.GetValue(Hosts),
                Kills = given.GetValue(Kills),
                BrokerRestarts = given.GetValue(Broker),
                BrokerOutages = given.GetValue(Outages),
                RedisRestarts = given.GetValue(Redis),
                DatabaseRestarts = given.GetValue(Database),
                Seed = given.GetValue(Seed),
            },
            servers, Console.Error).WaitAsync(cancellationToken);
        Console.WriteLine(result);
        return result.Passed ? 0 : 1;
    }
}
