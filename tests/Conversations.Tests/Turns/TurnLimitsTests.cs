using EcommerceBot.Conversations.Turns;
using Microsoft.Extensions.Configuration;

namespace EcommerceBot.Conversations.Tests.Turns;

public sealed class TurnLimitsTests
{
    [Theory]
    [InlineData(8, 20, true)]
    [InlineData(80, 20, true)]
    [InlineData(81, 20, false)]
    [InlineData(8, 1, false)]
    public void TurnsAtOnceAgainstTheSlowestTool_MayQueueForHalfTheTimeout(int workers, double rate, bool accepted) =>
        Assert.Equal(accepted, Validate(new TurnOptions { SlowestToolRate = rate }, ("WORKERS", $"{workers}")));

    [Fact]
    public void LaneOfItsOwn_CountsInsteadOfAllWorkers() =>
        Assert.True(Validate(new TurnOptions { SlowestToolRate = 1 }, ("WORKERS", "64"), ("Messaging:Lanes:conversations-run-turn", "4")));

    [Fact]
    public void ToolMayOutlastTheAgent_Refused() =>
        Assert.False(Validate(new TurnOptions { ToolTimeout = TimeSpan.FromSeconds(8), AgentTimeout = TimeSpan.FromSeconds(16) }));

    private static bool Validate(TurnOptions options, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(x => x.Key, x => (string?)x.Value)).Build();
        return new TurnLimits(configuration).Validate(null, options).Succeeded;
    }
}
