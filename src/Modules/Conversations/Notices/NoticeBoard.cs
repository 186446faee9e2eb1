using System.Text.Json;
using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Contracts.Commands;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Persistence;
using EcommerceBot.Outbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Notices;

/// <summary>
/// Puts news of the shop into the owner's latest conversation as an inbound row, so that the bot speaks of it in a turn, in its order
/// among what the shopper says, and once.
/// </summary>
internal sealed class NoticeBoard(ConversationsDbContext db, TimeProvider time)
{
    /// <summary>An owner without a conversation, such as an MCP key, hears nothing here.</summary>
    /// <param name="ownerId">Whom it concerns.</param>
    /// <param name="key">What makes this news the same news when it comes again.</param>
    /// <param name="context">The event, whose consumer's transaction this is part of.</param>
    public async Task PostAsync<T>(string ownerId, string key, ConsumeContext<T> context) where T : class
    {
        var cancellationToken = context.CancellationToken;
        var conversation = await db.Conversations.AsNoTracking().Where(x => x.OwnerId == ownerId)
            .OrderByDescending(x => x.LastInboundAt).FirstOrDefaultAsync(cancellationToken);
        if (conversation is null)
            return;
        var body = JsonSerializer.Serialize(context.Message, JsonSerializerOptions.Web);
        var row = new InboundRow
        {
            Channel = conversation.Channel,
            Account = conversation.Account,
            Kind = InboundKinds.Notice,
            NaturalId = $"{typeof(T).Name}:{key}",
            ConversationId = conversation.Id,
            Body = System.Text.Encoding.UTF8.GetBytes(body),
            Content = ContentJson.Write(new NoticeContent(typeof(T).Name, body)),
            ReceivedAt = time.GetUtcNow(),
            State = InboundState.Pending,
        };
        if (await db.InsertAsync([row], cancellationToken: cancellationToken) == 1)
            await context.SendCommandAsync(new RunTurn { ConversationId = conversation.Id }, cancellationToken);
    }
}
