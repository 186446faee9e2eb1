using EcommerceBot.Conversations.Contracts.Commands;
using EcommerceBot.Conversations.Persistence;
using EcommerceBot.Outbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Outbound;

/// <summary>
/// Applies a channel's stored delivery statuses, oldest first, and lets conversations go on whose reply is settled by one.
/// </summary>
internal sealed class ApplyStatusesConsumer(ConversationsDbContext db, StatusLedger statuses) : IConsumer<ApplyStatuses>
{
    private const int BatchSize = 200;

    public async Task Consume(ConsumeContext<ApplyStatuses> context)
    {
        await statuses.AloneAsync(context.Message.Channel, context.CancellationToken);
        var batch = await db.DeliveryStatuses.Where(x => x.State == StatusState.Pending && x.Channel == context.Message.Channel)
            .OrderBy(x => x.Sequence).Take(BatchSize).ToListAsync(context.CancellationToken);
        foreach (var conversation in await statuses.ApplyAsync(batch, context.CancellationToken))
            await context.SendCommandAsync(new SendReplies { ConversationId = conversation }, context.CancellationToken);
        if (batch.Count == BatchSize)
            await context.SendCommandAsync(context.Message, context.CancellationToken);
    }
}
