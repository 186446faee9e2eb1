using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;

namespace EcommerceBot.Orders.Cart;

internal sealed class SetCartQuantityConsumer(CartChange change) : IConsumer<SetCartQuantity>
{
    public async Task Consume(ConsumeContext<SetCartQuantity> context)
    {
        var request = context.Message;
        if (CartRules.RefuseQuantity(request.Sku, request.Quantity, 0) is { } refusal)
        {
            await context.RespondAsync(refusal);
            return;
        }
        var call = KeyedCall.Of(request.OwnerId, request.Key, nameof(SetCartQuantity), request.CartId, request.Sku, request.Quantity);
        // Nobody need be asked about a line that goes.
        IReadOnlyList<string> skus = request.Quantity == 0 ? [] : [request.Sku];
        await context.RespondAsync(await change.ApplyAsync(
            request.CartId, call, skus, (_, _) => [new WantedLine { Sku = request.Sku, Quantity = request.Quantity }], context.CancellationToken));
    }
}
