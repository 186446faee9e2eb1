using EcommerceBot.Conversations.Persistence;
using EcommerceBot.Orders.Contracts.Events;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Notices;

/// <summary>Reminds of a cart that was left alone, where the shopper wrote within the last day: later than that a channel takes no free text, and nobody asked to be called back.</summary>
internal sealed class RemindOfCartConsumer(NoticeBoard board, ConversationsDbContext db, TimeProvider time) : IConsumer<CartAbandoned>
{
    // Short of the 24 h, so that the reminder is sent while the window is open.
    private static readonly TimeSpan Window = TimeSpan.FromHours(23);

    public async Task Consume(ConsumeContext<CartAbandoned> context)
    {
        var (left, since) = (context.Message, time.GetUtcNow() - Window);
        if (left.IsHeldOut || !await db.Conversations.AnyAsync(x => x.OwnerId == left.OwnerId && x.LastInboundAt > since, context.CancellationToken))
            return;
        await board.PostAsync(left.OwnerId, $"{left.CartId}:{left.Version}", context);
    }
}
