namespace EcommerceBot.Tools.Tests.Sample;

/// <summary>Polls an outcome until a deadline.</summary>
internal static class Eventually
{
    public static Task UntilAsync(Func<bool> outcome) => UntilAsync(() => Task.FromResult(outcome()));

    public static async Task UntilAsync(Func<Task<bool>> outcome)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(15));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await outcome())
            await timer.WaitForNextTickAsync(deadline.Token);
    }
}
