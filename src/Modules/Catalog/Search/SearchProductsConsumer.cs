using EcommerceBot.Catalog.Contracts.Requests;
using MassTransit;

namespace EcommerceBot.Catalog.Search;

/// <summary>Answers a shopper's words with products.</summary>
internal sealed class SearchProductsConsumer(ProductSearch search) : IConsumer<SearchProducts>
{
    public async Task Consume(ConsumeContext<SearchProducts> context) =>
        await context.RespondAsync(await search.FindAsync(context.Message, context.CancellationToken));
}
