namespace EcommerceBot.Orders.Tests.Sample;

/// <summary>Waits for an outcome that no signal announces.</summary>
internal static class Until
{
    /// <summary>A campaign in full runs beside other work and at the lowest priority: slow is no failure there.</summary>
    public static readonly TimeSpan Patience = Environment.GetEnvironmentVariable("EB_RACES") is null ? TimeSpan.FromSeconds(20) : TimeSpan.FromMinutes(5);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            Assert.False(timeout.IsCancellationRequested, $"Not seen within {Patience.TotalSeconds} s: {what}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
