using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Channels.WhatsApp;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Leasing;
using EcommerceBot.Conversations.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Conversations.Tests.Sample;

/// <summary>The protocol's steps one by one, for interleavings that a running shop would not show.</summary>
internal static class Store
{
    /// <summary>Stores a message as its webhook would, wake-up included.</summary>
    public static Task ReceiveAsync(this ShopUnderTest shop, string from, string id, string text) => shop.InScopeAsync(async scope =>
    {
        await scope.GetRequiredService<InboundTransaction>().CommitAsync([Update(from, id, text)], [], TestContext.Current.CancellationToken);
        return 0;
    });

    public static Task ForgetWakeUpsAsync(this ShopUnderTest shop) =>
        shop.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            OnStore.IsPostgres ? "DELETE FROM messaging.\"OutboxMessage\"" : "DELETE FROM \"messaging_OutboxMessage\"", TestContext.Current.CancellationToken));

    public static Task<HeldLease?> TakeAsync(this ShopUnderTest shop, Guid conversation, Lane lane = Lane.Turn) =>
        shop.Services.GetRequiredService<Leases>().TakeAsync(conversation, lane, TestContext.Current.CancellationToken);

    public static Task<TurnFreeze.Found> FreezeAsync(this ShopUnderTest shop, HeldLease lease) =>
        shop.InScopeAsync(scope => scope.GetRequiredService<TurnFreeze>().FreezeAsync(lease, TestContext.Current.CancellationToken));

    public static Task<int> CommitAsync(this ShopUnderTest shop, HeldLease lease, FrozenTurn turn, params string[] replies) =>
        shop.InScopeAsync(scope => scope.GetRequiredService<TurnCommit>().CommitAsync(lease, turn, EchoAgent.Say(replies), TestContext.Current.CancellationToken));

    public static IToolCaller JournalOf(this ShopUnderTest shop, IServiceScope scope, HeldLease lease, FrozenTurn turn) =>
        ActivatorUtilities.CreateInstance<ToolJournal>(scope.ServiceProvider, lease, turn);

    public static InboundUpdate Update(string from, string id, string text) => new()
    {
        Channel = WebhookReader.Channel,
        Account = ShopUnderTest.PhoneNumberId,
        Kind = "text",
        NaturalId = id,
        Sender = from,
        Content = new TextContent(text),
        Body = "{}"u8.ToArray(),
    };
}
