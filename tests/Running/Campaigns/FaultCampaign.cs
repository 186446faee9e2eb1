using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using EcommerceBot.Simulators.WhatsApp;

namespace EcommerceBot.Running.Campaigns;

/// <summary>
/// Shoppers write to the real Host while it is killed and its servers go away. Each message adds one piece, so a cart that holds as many pieces as
/// messages were acknowledged proves one effect each, and the growing counts in the replies prove their order.
/// </summary>
internal sealed partial class FaultCampaign(CampaignPlan plan, CampaignServers servers, ShopOnWhatsApp shop, TextWriter progress)
{
    private const string Sku = "CAMPAIGN-1";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // Longer than the longest pause of a message whose turn had to be redelivered.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private int _acknowledged;

    public static async Task<CampaignResult> RunAsync(CampaignPlan plan, CampaignServers servers, TextWriter progress)
    {
        // These bodies are posted past the simulated phones, so the simulator has not heard them open the 24-hour window.
        await using var shop = await ShopOnWhatsApp.StartAsync(new WhatsAppSimulatorOptions { Window = WindowRule.Off }, await servers.SettingsAsync(), plan.Hosts);
        await shop.ImportAsync($"sku,title,price,stock\n{Sku},Campaign Mug,4.50,1000000\n");
        return await new FaultCampaign(plan, servers, shop, progress).RunAsync();
    }

    private async Task<CampaignResult> RunAsync()
    {
        var shoppers = Enumerable.Range(0, plan.Conversations).Select(n => shop.WhatsApp.Shopper($"1555{n:0000000}", $"Shopper {n}")).ToList();
        var began = Stopwatch.GetTimestamp();
        var burst = Task.WhenAll(shoppers.Select(WriteAsync));
        var faults = plan.Faults();
        for (var i = 0; i < faults.Length; i++)
        {
            var answered = await AnsweredAsync((i + 1) * plan.Messages / (faults.Length + 1));
            await progress.WriteLineAsync($"{Volatile.Read(ref _acknowledged)} acknowledged, {answered} answered of {plan.Messages}; fault {i + 1} of {faults.Length}: {faults[i]}");
            await servers.InflictAsync(faults[i], shop);
        }
        await burst;
        await progress.WriteLineAsync($"all acknowledged after {Stopwatch.GetElapsedTime(began).TotalSeconds:N0} s; waiting until all is answered");
        await AnsweredAsync(plan.Conversations * plan.Each);
        await shop.SettleAsync();
        await EmptyAsync();
        await progress.WriteLineAsync($"all answered after {Stopwatch.GetElapsedTime(began).TotalSeconds:N0} s");
        var count = new CampaignCount(shop, servers, plan, Sku);
        var result = await count.CountAsync([.. shoppers.Select(RepliesInOrder)]);
        if (!result.Passed)
            await count.ExplainAsync(progress);
        return result;
    }

    private async Task WriteAsync(Shopper shopper)
    {
        for (var n = 1; n <= plan.Each; n++)
        {
            // The next is written once this one is acknowledged, by the first delivery or by a repeated one.
            var body = WhatsAppBody.ButtonReply(shopper, $"wamid.{shopper.Number}.{n}", $"add:{Sku}");
            while (await shop.WhatsApp.PostAsync(body) != HttpStatusCode.OK)
                await Task.Delay(Pause);
            Interlocked.Increment(ref _acknowledged);
        }
    }

    /// <summary>
    /// Until so many messages have had their turn: an acknowledgement needs no broker, so the acknowledged ones may all be there before the first fault.
    /// Gives up when nothing moves any more; what is missing then shows in the count.
    /// </summary>
    private async Task<long> AnsweredAsync(int count)
    {
        var (answered, moved) = (0L, Stopwatch.GetTimestamp());
        while (answered < count && Stopwatch.GetElapsedTime(moved) < Patience)
        {
            await Task.Delay(Pause * 5);
            if (await shop.Ledger.TryCountAsync("SELECT count(*) FROM conversations.inbound WHERE state <> 'Pending' AND kind <> 'status'") is { } now && now > answered)
                (answered, moved) = (now, Stopwatch.GetTimestamp());
        }
        return answered;
    }

    /// <summary>
    /// Until every row that may leave has left, also those of what the phones told after the last answer: the outbox has to stay empty for some looks.
    /// The count afterwards says whether it was in vain.
    /// </summary>
    private async Task EmptyAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        for (var empty = 0; empty < 20 && !timeout.IsCancellationRequested; await Task.Delay(Pause))
            empty = await shop.Ledger.CountAsync("SELECT count(*) FROM messaging.\"OutboxMessage\" WHERE \"OutboxId\" IS NULL") == 0 ? empty + 1 : 0;
    }

    /// <summary>The pieces that the replies named; a repeated send carries the same correlation, since nobody could know whether the first had arrived.</summary>
    private static List<int> RepliesInOrder(Shopper shopper) =>
        [.. shopper.Received.DistinctBy(message => message.CallbackData).Select(Pieces).Where(count => count > 0)];

    private static int Pieces(ReceivedMessage message) =>
        InAll().Match(message.Text) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\b(\d+) in all")]
    private static partial Regex InAll();
}
