using EcommerceBot.Orders.Contracts.Events;
using MassTransit;

namespace EcommerceBot.Conversations.Notices;

/// <summary>Tells the shopper that the link to pay comes later.</summary>
internal sealed class ReportDelayConsumer(NoticeBoard board) : IConsumer<PaymentDelayed>
{
    public Task Consume(ConsumeContext<PaymentDelayed> context) =>
        board.PostAsync(context.Message.OwnerId, $"{context.Message.CheckoutId}", context);
}
