namespace EcommerceBot.Conversations.Tests.Agent.Rules.Understanding;

public sealed class SupportUtteranceTests
{
    private const double Wanted = 0.93;

    [Fact]
    public void SupportUtterances_AreMostlyUnderstood()
    {
        var judged = SupportUtterances.Read()
            .Select(row => (row.Intent, Well: SupportUtterances.IsWell(row.Text, row.Intent)))
            .Where(row => row.Well is not null)
            .ToList();
        var share = judged.Count(row => row.Well == true) / (double)judged.Count;

        foreach (var group in judged.GroupBy(row => row.Intent).OrderBy(group => group.Average(row => row.Well == true ? 1 : 0)))
            TestContext.Current.TestOutputHelper?.WriteLine($"{group.Key}: {group.Count(row => row.Well == true)} of {group.Count()}");
        Assert.True(share >= Wanted, $"Only {share:P1} of {judged.Count} utterances are understood.");
    }
}
