using EcommerceBot.Running.Campaigns;

namespace EcommerceBot.Integration.Tests.Checkout;

/// <summary>The campaign of <c>tests/Benchmarks -- checkout-campaign</c>, small enough for every run.</summary>
public sealed class CheckoutCampaignTests
{
    [Fact]
    public async Task MoreBuyersThanPiecesAndAKilledHost_SellsEveryPieceOnce()
    {
        Assert.SkipWhen(CampaignServers.Missing is not null, CampaignServers.Missing ?? "");
        await using var servers = await CampaignServers.StartAsync();
        await using var progress = new StringWriter();

        var result = await CheckoutCampaign.RunAsync(new CheckoutPlan(Buyers: 20, Units: 5, Rounds: 1, KillsPerRound: 1), servers, progress);

        Assert.True(result.Passed, $"{result}{Environment.NewLine}{progress}");
    }
}
