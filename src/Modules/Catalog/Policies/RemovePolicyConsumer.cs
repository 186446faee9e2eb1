using EcommerceBot.Catalog.Contracts.Requests;
using MassTransit;

namespace EcommerceBot.Catalog.Policies;

internal sealed class RemovePolicyConsumer(PolicyBook book) : IConsumer<RemovePolicy>
{
    public async Task Consume(ConsumeContext<RemovePolicy> context) =>
        await context.RespondAsync(new PolicyRemoved { Removed = await book.RemoveAsync(context.Message.Slug, context.Message.Language, context.CancellationToken) });
}
