using EcommerceBot.Orders.Contracts.Events;
using MassTransit;

namespace EcommerceBot.Conversations.Notices;

/// <summary>Tells the shopper that money of another amount came, and that a person looks after it.</summary>
internal sealed class ReportParkedPaymentConsumer(NoticeBoard board) : IConsumer<PaymentParked>
{
    public Task Consume(ConsumeContext<PaymentParked> context) =>
        board.PostAsync(context.Message.OwnerId, $"{context.Message.CheckoutId}:{context.Message.PaymentId}", context);
}
