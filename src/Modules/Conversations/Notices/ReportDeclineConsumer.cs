using EcommerceBot.Orders.Contracts.Events;
using MassTransit;

namespace EcommerceBot.Conversations.Notices;

/// <summary>Tells the shopper that a payment was declined and can be tried again.</summary>
internal sealed class ReportDeclineConsumer(NoticeBoard board) : IConsumer<PaymentDeclined>
{
    public Task Consume(ConsumeContext<PaymentDeclined> context) =>
        board.PostAsync(context.Message.OwnerId, $"{context.Message.CheckoutId}:{context.Message.Attempt}", context);
}
