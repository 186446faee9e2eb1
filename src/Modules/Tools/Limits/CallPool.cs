using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Tools.Limits;

/// <summary>Lets so many calls from outside run at once, so that they cannot take the bus and the store from the shoppers in the chat.</summary>
internal sealed class CallPool(IOptions<CallLimitOptions> options) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.Value.PoolSize,
        QueueLimit = options.Value.Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <returns>A place to be given back; not acquired where too many wait already.</returns>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancellationToken) => _limiter.AcquireAsync(1, cancellationToken);

    public void Dispose() => _limiter.Dispose();
}
