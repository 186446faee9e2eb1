using EcommerceBot.Catalog.Contracts.Requests;
using MassTransit;

namespace EcommerceBot.Catalog.Policies;

internal sealed class SavePolicyConsumer(PolicyBook book) : IConsumer<SavePolicy>
{
    public async Task Consume(ConsumeContext<SavePolicy> context)
    {
        if (PolicyFaults.Of(context.Message) is { Count: > 0 } faults)
            await context.RespondAsync(new PolicyRejected { Code = "invalid", Faults = faults });
        else if (await book.WriteAsync(context.Message, context.CancellationToken) is { } saved)
            await context.RespondAsync(saved);
        else
            await context.RespondAsync(new PolicyRejected { Code = "stale", Faults = [new FieldFault { Field = "version", Reason = "is another one by now. Look at the document again." }] });
    }
}
