using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Orders.Persistence;
using EcommerceBot.Outbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EcommerceBot.Orders.AfterSales.Stock;

/// <summary>What was held for a changed or exchanged order is sold at once; where it could not be held, somebody has to look.</summary>
internal sealed partial class TakeStockConsumer(OrdersDbContext db, ILogger<TakeStockConsumer> logger) : IConsumer<StockReserved>, IConsumer<StockRejected>
{
    public async Task Consume(ConsumeContext<StockReserved> context)
    {
        if (await OrderOfAsync(context.Message.CheckoutId, context.CancellationToken) is not null)
            await context.SendCommandAsync(new CommitStock { CheckoutId = context.Message.CheckoutId }, context.CancellationToken);
    }

    public async Task Consume(ConsumeContext<StockRejected> context)
    {
        if (await OrderOfAsync(context.Message.CheckoutId, context.CancellationToken) is { } number)
            LogShort(number);
    }

    private Task<string?> OrderOfAsync(Guid id, CancellationToken cancellationToken) =>
        db.StockTakes.Where(x => x.Id == id).Select(x => (string?)x.OrderNumber).SingleOrDefaultAsync(cancellationToken);

    [LoggerMessage(1, LogLevel.Error, "The pieces that order {OrderNumber} was changed to went out of stock at that moment: get them, or change the order again.", EventName = "ChangedOrderShort")]
    private partial void LogShort(string orderNumber);
}
