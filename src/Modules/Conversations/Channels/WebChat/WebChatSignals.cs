using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using EcommerceBot.Conversations.Outbound;

namespace EcommerceBot.Conversations.Channels.WebChat;

/// <summary>
/// Tells the open streams of a conversation, in this process, that there is something new. Losing a signal costs a second: the streams
/// poll.
/// </summary>
internal sealed class WebChatSignals
{
    private const int Waiting = 16;

    private readonly ConcurrentDictionary<Guid, ImmutableList<Channel<Cue>>> _streams = new();

    public void Raise(Guid conversationId, Cue cue)
    {
        if (!_streams.TryGetValue(conversationId, out var streams))
            return;
        foreach (var stream in streams)
            stream.Writer.TryWrite(cue);
    }

    public Subscription Subscribe(Guid conversationId)
    {
        var stream = Channel.CreateBounded<Cue>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest });
        _streams.AddOrUpdate(conversationId, [stream], (_, streams) => streams.Add(stream));
        return new Subscription(this, conversationId, stream);
    }

    /// <summary>One open stream.</summary>
    internal sealed class Subscription(WebChatSignals signals, Guid conversationId, Channel<Cue> stream) : IDisposable
    {
        public ChannelReader<Cue> Cues => stream.Reader;

        public void Dispose()
        {
            var rest = signals._streams.AddOrUpdate(conversationId, [], (_, streams) => streams.Remove(stream));
            if (rest.IsEmpty)
                signals._streams.TryRemove(new KeyValuePair<Guid, ImmutableList<Channel<Cue>>>(conversationId, rest));
        }
    }
}
