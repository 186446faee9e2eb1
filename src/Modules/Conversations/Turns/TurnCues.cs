using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Orders.Contracts.Events;
using Microsoft.Extensions.Logging;

namespace EcommerceBot.Conversations.Turns;

/// <summary>Shows the customer that an answer is on its way. Nothing here may delay or fail a turn.</summary>
internal sealed partial class TurnCues(ChannelSet channels, TimeProvider time, ILogger<TurnCues> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The typing sign, until disposed.</summary>
    public IAsyncDisposable Typing(FrozenTurn turn)
    {
        var last = turn.Rows.LastOrDefault(row => row.Kind != InboundKinds.Notice)?.NaturalId;
        Show(turn, new Cue.TypingStarted(last));
        return new TypingEnd(this, turn);
    }

    /// <summary>New replies and the cart, when a tool showed one or it became an order.</summary>
    public void Answered(FrozenTurn turn, ToolJournal? journal, int stored)
    {
        if (stored > 0)
            Show(turn, new Cue.RepliesStored());
        if (journal is not null && (CartCount.In(journal.Outcomes) ?? AfterOrder(turn)) is { } count)
            Show(turn, new Cue.CartChanged(count));
    }

    private static int? AfterOrder(FrozenTurn turn) =>
        turn.Rows.Any(row => row.Content is { } content && ContentJson.Read(content) is NoticeContent { Notice: nameof(OrderPlaced) }) ? 0 : null;

    private void Show(FrozenTurn turn, Cue cue)
    {
        if (channels.Find(turn.Conversation.Channel) is { } channel)
            _ = ShowAsync(channel, turn, cue);
    }

    private async Task ShowAsync(IChannel channel, FrozenTurn turn, Cue cue)
    {
        try
        {
            using var timeout = new CancellationTokenSource(Patience, time);
            await channel.ShowAsync(turn.Conversation, cue, timeout.Token);
        }
        catch (Exception exception)
        {
            LogUnseen(logger, channel.Name, exception);
        }
    }

    private sealed class TypingEnd(TurnCues cues, FrozenTurn turn) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            cues.Show(turn, new Cue.TypingEnded());
            return ValueTask.CompletedTask;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, EventName = "CueUnseen", Message = "A cue could not be shown on {Channel}")]
    private static partial void LogUnseen(ILogger logger, string channel, Exception exception);
}
