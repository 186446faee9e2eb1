using EcommerceBot.Catalog.Contracts.Requests;
using MassTransit;

namespace EcommerceBot.Catalog.Policies;

internal sealed class SearchPoliciesConsumer(PolicySearch search) : IConsumer<SearchPolicies>
{
    public async Task Consume(ConsumeContext<SearchPolicies> context) => await context.RespondAsync(await search.FindAsync(context.Message, context.CancellationToken));
}
