using Microsoft.Extensions.Time.Testing;

namespace EcommerceBot.Conversations.Tests.Sample;

/// <summary>Waits for an outcome that no signal announces.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

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

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);

    /// <summary>Lets the fake clock run on while it waits: for pauses whose end nobody signals.</summary>
    public static Task TrueAsync(FakeTimeProvider time, TimeSpan step, Func<Task<bool>> condition, string what) => TrueAsync(async () =>
    {
        if (await condition())
            return true;
        time.Advance(step);
        return false;
    }, what);
}
