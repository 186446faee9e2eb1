using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;

namespace EcommerceBot.Orders.Cart;

internal sealed class ReplaceCartConsumer(CartChange change) : IConsumer<ReplaceCart>
{
    public async Task Consume(ConsumeContext<ReplaceCart> context)
    {
        var request = context.Message;
        if (Refuse(request.Lines) is { } refusal)
        {
            await context.RespondAsync(refusal);
            return;
        }
        var call = KeyedCall.Of(request.OwnerId, request.Key, nameof(ReplaceCart), request.CartId, request.Lines.OrderBy(line => line.Sku, StringComparer.Ordinal));
        await context.RespondAsync(await change.ApplyAsync(
            request.CartId, call, [.. request.Lines.Select(line => line.Sku)], Exactly, context.CancellationToken));

        IReadOnlyList<WantedLine> Exactly(IReadOnlyList<StoredLine> lines, IReadOnlyDictionary<string, VariantOffer> _) =>
        [
            .. lines.Where(line => request.Lines.All(wanted => wanted.Sku != line.Sku)).Select(line => new WantedLine { Sku = line.Sku, Quantity = 0 }),
            .. request.Lines,
        ];
    }

    private static CartRefused? Refuse(IReadOnlyList<WantedLine> lines)
    {
        if (lines.Count > CartRules.MostLines)
            return CartRules.TooManyLines();
        if (lines.GroupBy(line => line.Sku).FirstOrDefault(group => group.Count() > 1) is { } doubled)
            return new CartRefused { Code = "invalid_quantity", Reason = "The same SKU stands on two lines. Put its pieces on one.", Sku = doubled.Key };
        return lines.Select(line => CartRules.RefuseQuantity(line.Sku, line.Quantity, 1)).FirstOrDefault(refusal => refusal is not null);
    }
}
