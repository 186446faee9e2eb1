using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;

namespace EcommerceBot.Orders.Cart;

internal sealed class AddToCartConsumer(CartChange change) : IConsumer<AddToCart>
{
    public async Task Consume(ConsumeContext<AddToCart> context)
    {
        var request = context.Message;
        if (CartRules.RefuseQuantity(request.Sku, request.Quantity, 1) is { } refusal)
        {
            await context.RespondAsync(refusal);
            return;
        }
        var call = KeyedCall.Of(request.OwnerId, request.Key, nameof(AddToCart), request.CartId, request.Sku, request.Quantity);
        await context.RespondAsync(await change.ApplyAsync(request.CartId, call, [request.Sku], OnTop, context.CancellationToken));

        IReadOnlyList<WantedLine> OnTop(IReadOnlyList<StoredLine> lines, IReadOnlyDictionary<string, VariantOffer> _) =>
            [new WantedLine { Sku = request.Sku, Quantity = request.Quantity + (lines.FirstOrDefault(line => line.Sku == request.Sku)?.Quantity ?? 0) }];
    }
}
