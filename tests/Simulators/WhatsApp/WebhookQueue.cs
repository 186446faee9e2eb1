using System.Net;
using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>
/// Delivers webhooks one after another, repeats and shuffles them when told to, and delivers again, with growing pauses, what was not
/// answered with 200. A redelivery waits beside the queue: what comes after it overtakes it, as it does in the real thing.
/// </summary>
internal sealed class WebhookQueue : IAsyncDisposable
{
    private readonly Channel<Delivery> _waiting = Channel.CreateUnbounded<Delivery>();
    private readonly WhatsAppSimulatorOptions _options;
    private readonly WebhookPost _post;
    private readonly CancellationTokenSource _stop = new();
    private readonly Random _random;
    private readonly Task _loop;
    private int _open;
    private int _posted;

    public WebhookQueue(WhatsAppSimulatorOptions options)
    {
        (_options, _post, _random) = (options, new WebhookPost(options.AppSecret), new Random(options.Seed));
        Targets = options.Webhook is { } webhook ? [webhook] : [];
        _loop = Task.Run(DeliverAsync);
    }

    /// <summary>Where webhooks go, in turn, as a load balancer before replicas deals them; none holds nothing back, they are dropped as by an app without a subscription.</summary>
    public IReadOnlyList<Uri> Targets { get; set; }

    /// <summary>Deliveries that wait or are on their way, redeliveries included.</summary>
    public int Open => Volatile.Read(ref _open);

    public void Add(byte[] body) => Add(body, _options.Copies);

    /// <summary>Delivers once at once and leaves repeats, and a redelivery when it was not taken, to the queue.</summary>
    public async Task<HttpStatusCode?> PostAsync(byte[] body, CancellationToken cancellationToken)
    {
        var status = await _post.SendAsync(Required(), body, cancellationToken);
        Add(body, status == HttpStatusCode.OK ? _options.Copies - 1 : _options.Copies);
        return status;
    }

    public Task<bool> VerifyAsync(string verifyToken, CancellationToken cancellationToken) =>
        _post.VerifyAsync(Required(), verifyToken, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _post.Dispose();
        _stop.Dispose();
    }

    private Uri? Next() => Targets is { Count: > 0 } targets ? targets[(int)((uint)Interlocked.Increment(ref _posted) % targets.Count)] : null;

    private Uri Required() => Next()
        ?? throw new InvalidOperationException("No webhook is set: give WhatsAppSimulatorOptions.Webhook or set WhatsAppSimulator.Webhook first.");

    private void Add(byte[] body, int copies)
    {
        for (var left = copies; left > 0; left--)
        {
            Interlocked.Increment(ref _open);
            _waiting.Writer.TryWrite(new(body, 1));
        }
    }

    private async Task DeliverAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync(_stop.Token))
        {
            List<Delivery> batch = [];
            while (_waiting.Reader.TryRead(out var delivery))
                batch.Add(delivery);

            if (_options.Shuffle)
                _random.Shuffle(CollectionsMarshal.AsSpan(batch));

            foreach (var delivery in batch)
                await DeliverAsync(delivery);
        }
    }

    private async Task DeliverAsync(Delivery delivery)
    {
        var taken = Next() is not { } target || await _post.SendAsync(target, delivery.Body, _stop.Token) == HttpStatusCode.OK;
        if (taken || delivery.Attempt >= _options.RedeliveryAttempts)
        {
            Interlocked.Decrement(ref _open);
            return;
        }

        _ = DeliverLaterAsync(delivery);
    }

    private async Task DeliverLaterAsync(Delivery delivery)
    {
        var pause = _options.RedeliveryDelay * Math.Pow(2, Math.Min(delivery.Attempt - 1, 6));
        await Task.Delay(pause, _options.Clock, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _waiting.Writer.TryWrite(delivery with { Attempt = delivery.Attempt + 1 });
    }

    private sealed record Delivery(byte[] Body, int Attempt);
}
