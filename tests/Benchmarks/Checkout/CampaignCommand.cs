using System.CommandLine;
using EcommerceBot.Running.Campaigns;

namespace EcommerceBot.Benchmarks.Checkout;

/// <summary>The <c>checkout-campaign</c> command: the integration tier's campaign in any size.</summary>
internal static class CampaignCommand
{
    private static readonly Option<int> Buyers = Number("--buyers", "Buyers at once, over MCP", 200);
    private static readonly Option<int> Units = Number("--units", "Pieces there are in a round", 50);
    private static readonly Option<int> Rounds = Number("--rounds", "Rounds, each with a product of its own", 50);
    private static readonly Option<int> Kills = Number("--kills", "SIGKILLs of the Host in a round", 1);
    private static readonly Option<int> Seed = Number("--seed", "Of the moments of the kills", 1);

    public static Command Create()
    {
        var command = new Command("checkout-campaign", "Sells scarce pieces to a crowd through the whole checkout while the Host is killed; counts orders, payments and stock. Exit code 1 when they do not add up.")
        {
            Buyers, Units, Rounds, Kills, Seed,
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
        var plan = new CheckoutPlan(given.GetValue(Buyers), given.GetValue(Units), given.GetValue(Rounds), given.GetValue(Kills), given.GetValue(Seed));
        var result = await CheckoutCampaign.RunAsync(plan, servers, Console.Error).WaitAsync(cancellationToken);
        Console.WriteLine(result);
        return result.Passed ? 0 : 1;
    }
}
