using EcommerceBot.Running.Campaigns;

namespace EcommerceBot.Integration.Tests.Faults;

/// <summary>The campaign of <c>tests/Benchmarks -- faults</c>, small enough for every run.</summary>
public sealed class FaultCampaignTests
{
    [Fact]
    public async Task HostKilledAndServersRestartedUnderLoad_NothingIsLostDoubledOrOutOfOrder()
    {
        Assert.SkipWhen(CampaignServers.Missing is not null, CampaignServers.Missing ?? "");
        await using var servers = await CampaignServers.StartAsync();
        var plan = new CampaignPlan { Messages = 300, Conversations = 30, Kills = 2, BrokerRestarts = 1, DatabaseRestarts = 1 };
        await using var progress = new StringWriter();

        var result = await FaultCampaign.RunAsync(plan, servers, progress);

        Assert.True(result.Passed, $"{result}{Environment.NewLine}{progress}");
    }
}
