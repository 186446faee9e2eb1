using System.Collections.Concurrent;

namespace EcommerceBot.Outbox.Failures;

/// <summary>Messages that have failed and are not yet a row. Until they are, the relay keeps the row they came from: a restart then brings them back.</summary>
internal sealed class BeingStored
{
    private readonly ConcurrentDictionary<Guid, int> _messages = new();

    public bool Contains(Guid messageId) => _messages.ContainsKey(messageId);

    public IDisposable Enter(Guid messageId)
    {
        _messages.AddOrUpdate(messageId, 1, (_, count) => count + 1);
        return new Leaving(this, messageId);
    }

    // Counted, because one published message can fail on several queues at once.
    private void Leave(Guid messageId)
    {
        if (_messages.AddOrUpdate(messageId, 0, (_, count) => count - 1) <= 0)
            _messages.TryRemove(new KeyValuePair<Guid, int>(messageId, 0));
    }

    private sealed class Leaving(BeingStored messages, Guid messageId) : IDisposable
    {
        public void Dispose() => messages.Leave(messageId);
    }
}
