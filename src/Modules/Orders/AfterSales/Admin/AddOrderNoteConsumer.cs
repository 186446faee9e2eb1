using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;

namespace EcommerceBot.Orders.AfterSales.Admin;

internal sealed class AddOrderNoteConsumer(OrderChange change) : IConsumer<AddOrderNote>
{
    public async Task Consume(ConsumeContext<AddOrderNote> context)
    {
        var request = context.Message;
        var call = KeyedCall.Of(Wish.Operator, request.Key, nameof(AddOrderNote), request.OrderNumber, request.Text);
        var wish = new Wish(request.OrderNumber, "noted", call, IsPreview: false) { IsOperators = true, Note = request.Text };
        await context.RespondAsync(await change.ApplyAsync(
            wish, [], (_, _, _, _) => Refusals.UnlessText(request.Text, 1000), context.CancellationToken));
    }
}
