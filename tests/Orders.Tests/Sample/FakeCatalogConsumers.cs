using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Contracts.Requests;
using MassTransit;

namespace EcommerceBot.Orders.Tests.Sample;

/// <summary>The fake's ear on each of Catalog's queues.</summary>
internal static class FakeCatalogConsumers
{
    public static void AddFakeCatalog(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<GetOffersConsumer>().Endpoint(x => x.Name = "catalog-get-offers");
        bus.AddConsumer<ReserveStockConsumer>().Endpoint(x => x.Name = "catalog-reserve-stock");
        bus.AddConsumer<ExtendReservationConsumer>().Endpoint(x => x.Name = "catalog-extend-reservation");
        bus.AddConsumer<RestockItemsConsumer>().Endpoint(x => x.Name = "catalog-restock-items");
        bus.AddConsumer<ReleaseStockConsumer>().Endpoint(x => x.Name = "catalog-release-stock");
        bus.AddConsumer<CommitStockConsumer>().Endpoint(x => x.Name = "catalog-commit-stock");
    }

    internal sealed class GetOffersConsumer(FakeCatalog catalog) : IConsumer<GetOffers>
    {
        public Task Consume(ConsumeContext<GetOffers> context) => context.RespondAsync(new OffersFound { Offers = catalog.Offers(context.Message.Skus) });
    }

    internal sealed class ReserveStockConsumer(FakeCatalog catalog) : IConsumer<ReserveStock>
    {
        public async Task Consume(ConsumeContext<ReserveStock> context)
        {
            if (!catalog.Answers)
                return;
            var (id, lines) = (context.Message.CheckoutId, context.Message.Lines);
            if (catalog.Reserve(id, lines.ToDictionary(line => line.Sku, line => line.Quantity)))
                await context.Publish(new StockReserved { CheckoutId = id, ExpiresAt = context.Message.ExpiresAt });
            else
                await context.Publish(new StockRejected { CheckoutId = id, Reason = "short", Shortages = [.. lines.Select(line => new StockShortage { Sku = line.Sku, Requested = line.Quantity, Available = 0 })] });
        }
    }

    internal sealed class ExtendReservationConsumer(FakeCatalog catalog) : IConsumer<ExtendReservation>
    {
        public Task Consume(ConsumeContext<ExtendReservation> context)
        {
            catalog.Extended[context.Message.CheckoutId] = context.Message.ExpiresAt;
            return Task.CompletedTask;
        }
    }

    internal sealed class RestockItemsConsumer(FakeCatalog catalog) : IConsumer<RestockItems>
    {
        public Task Consume(ConsumeContext<RestockItems> context)
        {
            catalog.Restock(context.Message.Key, context.Message.Lines.Select(line => (line.Sku, line.Quantity)));
            return Task.CompletedTask;
        }
    }

    internal sealed class ReleaseStockConsumer(FakeCatalog catalog) : IConsumer<ReleaseStock>
    {
        public Task Consume(ConsumeContext<ReleaseStock> context)
        {
            catalog.Release(context.Message.CheckoutId);
            return Task.CompletedTask;
        }
    }

    internal sealed class CommitStockConsumer(FakeCatalog catalog) : IConsumer<CommitStock>
    {
        public async Task Consume(ConsumeContext<CommitStock> context)
        {
            if (!catalog.Answers)
                return;
            var id = context.Message.CheckoutId;
            if (catalog.Commit(id))
                await context.Publish(new StockCommitted { CheckoutId = id });
            else
                await context.Publish(new StockRejected { CheckoutId = id, Reason = "expired", Shortages = [] });
        }
    }
}
