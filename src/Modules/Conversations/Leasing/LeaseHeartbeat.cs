namespace EcommerceBot.Conversations.Leasing;

/// <summary>Renews a lease while its owner works, and cancels that work when the lease is lost.</summary>
internal sealed class LeaseHeartbeat : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenSource _lost;
    private readonly Task _beating;

    public LeaseHeartbeat(Leases leases, HeldLease lease, TimeSpan interval, TimeProvider time, CancellationToken cancellationToken)
    {
        _lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _beating = BeatAsync(leases, lease, interval, time);
    }

    /// <summary>Cancelled when the lease is lost or the host stops.</summary>
    public CancellationToken Token => _lost.Token;

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _beating;
        _ended.Dispose();
        _lost.Dispose();
    }

    private async Task BeatAsync(Leases leases, HeldLease lease, TimeSpan interval, TimeProvider time)
    {
        using var timer = new PeriodicTimer(interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token))
            {
                if (!await leases.RenewAsync(lease, _ended.Token))
                {
                    await _lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
        }
        catch (Exception)
        {
            // The store does not answer: go on as if the lease were lost, which at worst repeats a turn whose effects are keyed.
            await _lost.CancelAsync();
        }
    }
}
