using EcommerceBot.Orders.Contracts.Events;
using MassTransit;

namespace EcommerceBot.Conversations.Notices;

/// <summary>Tells the shopper where to pay.</summary>
internal sealed class OfferPaymentConsumer(NoticeBoard board) : IConsumer<PaymentRequested>
{
    public Task Consume(ConsumeContext<PaymentRequested> context) =>
        board.PostAsync(context.Message.OwnerId, $"{context.Message.CheckoutId}", context);
}
