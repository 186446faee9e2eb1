using EcommerceBot.Orders.Contracts.Events;
using MassTransit;

namespace EcommerceBot.Conversations.Notices;

/// <summary>Tells the shopper that the checkout ended without an order.</summary>
internal sealed class ReportFailedCheckoutConsumer(NoticeBoard board) : IConsumer<CheckoutFailed>
{
    public Task Consume(ConsumeContext<CheckoutFailed> context) =>
        board.PostAsync(context.Message.OwnerId, $"{context.Message.CheckoutId}", context);
}
