using EcommerceBot.Catalog.Contracts.Commands;
using MassTransit;

namespace EcommerceBot.Catalog.Stock;

/// <summary>Gives back what a checkout holds; nothing happens when it holds nothing.</summary>
internal sealed class ReleaseStockConsumer(StockLedger ledger) : IConsumer<ReleaseStock>
{
    public Task Consume(ConsumeContext<ReleaseStock> context) =>
        ledger.TryReleaseAsync(context.Message.CheckoutId, context.CancellationToken);
}
