namespace EcommerceBot.Integration.Tests.Watching;

/// <summary>Polls an outcome until a deadline, and then shows what there is instead.</summary>
internal static class Eventually
{
    public static async Task<T> SeeAsync<T>(Func<Task<T>> look, Func<T, bool> good, string what)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var seen = await look();
            if (good(seen))
                return seen;
            try
            {
                await timer.WaitForNextTickAsync(timeout.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Never saw {what}; last: {seen}");
            }
        }
    }
}
