using EcommerceBot.Conversations.Contracts.Commands;
using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Persistence;
using EcommerceBot.Outbox;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Handoff;

/// <summary>For the people behind the bot: who waits for one of them, an answer, and giving the conversation back. Behind the Host's admin gate.</summary>
internal static class HandoffApi
{
    private const int LongestReply = 4000;
    private const int MostListed = 200;

    public static void Map(IEndpointRouteBuilder app)
    {
        var conversations = app.MapGroup("/api/conversations").RequireAuthorization("admin").WithTags("Conversations")
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        conversations.MapGet("waiting", WaitingAsync).WithSummary("Conversations that wait for a person, the longest silent first");
        conversations.MapPost("{id:guid}/reply", ReplyAsync).WithSummary("Answers the shopper as a person");
        conversations.MapPost("{id:guid}/hand-back", HandBackAsync).WithSummary("Lets the bot answer again");
    }

    private static async Task<Ok<List<WaitingConversation>>> WaitingAsync(ConversationsDbContext db, CancellationToken cancellationToken) => TypedResults.Ok(
        await db.Conversations.AsNoTracking().Where(x => x.State != ConversationState.Open).OrderBy(x => x.LastInboundAt).Take(MostListed)
            .Select(x => new WaitingConversation(x.Id, x.Channel, x.State == ConversationState.Parked ? "parked" : "with_person", x.LastInboundAt)).ToListAsync(cancellationToken));

    private static async Task<Results<Accepted, NotFound, ValidationProblem>> ReplyAsync(
        Guid id, PersonReply reply, ConversationsDbContext db, ISendEndpointProvider commands, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reply.Text) || reply.Text.Length > LongestReply)
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["text"] = [$"Give 1 to {LongestReply} characters."] });
        return await SendAsync(id, new ReplyAsPerson { ReplyId = reply.Id ?? Guid.NewGuid(), ConversationId = id, Text = reply.Text }, db, commands, cancellationToken)
            ? TypedResults.Accepted((string?)null) : TypedResults.NotFound();
    }

    private static async Task<Results<Accepted, NotFound>> HandBackAsync(
        Guid id, ConversationsDbContext db, ISendEndpointProvider commands, CancellationToken cancellationToken) =>
        await SendAsync(id, new HandBackConversation { ConversationId = id }, db, commands, cancellationToken) ? TypedResults.Accepted((string?)null) : TypedResults.NotFound();

    private static async Task<bool> SendAsync<T>(Guid id, T command, ConversationsDbContext db, ISendEndpointProvider commands, CancellationToken cancellationToken)
        where T : class
    {
        if (!await db.Conversations.AnyAsync(x => x.Id == id, cancellationToken))
            return false;
        await commands.SendCommandAsync(command, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

/// <param name="Id">Names the reply; repeating it is safe. Made here when left out.</param>
/// <param name="Text">1 to 4,000 characters.</param>
internal sealed record PersonReply(Guid? Id, string Text);

/// <param name="Id">For the other two addresses.</param>
/// <param name="Channel">Such as <c>whatsapp</c>.</param>
/// <param name="State"><c>with_person</c>: the shopper asked for one; <c>parked</c>: the bot failed.</param>
/// <param name="LastInboundAt">When the shopper last wrote.</param>
internal sealed record WaitingConversation(Guid Id, string Channel, string State, DateTimeOffset LastInboundAt);
