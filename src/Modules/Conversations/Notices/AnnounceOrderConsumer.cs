using EcommerceBot.Orders.Contracts.Events;
using MassTransit;

namespace EcommerceBot.Conversations.Notices;

/// <summary>Tells the shopper that the order is placed.</summary>
internal sealed class AnnounceOrderConsumer(NoticeBoard board) : IConsumer<OrderPlaced>
{
    public Task Consume(ConsumeContext<OrderPlaced> context) =>
        board.PostAsync(context.Message.OwnerId, $"{context.Message.CheckoutId}", context);
}
