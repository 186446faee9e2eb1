using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Channels.WebChat;

/// <summary>The chat page's three addresses.</summary>
internal static class WebChatApi
{
    private const int LargestBody = 64 * 1024;

    public static void Map(IEndpointRouteBuilder app)
    {
        var sessions = app.MapGroup("/chat/sessions").WithTags("Web chat").AddEndpointFilter<StoreOutageFilter>()
            .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        sessions.MapPost("", OpenAsync).WithSummary("Opens a session and returns its token.");
        sessions.MapPost("{token}/messages", PostAsync).Accepts<WebChatMessage>("application/json")
            .WithSummary("Stores a message; the reply comes by the events.");
        // Open for as long as the page is: among the durations of requests it would look like the slowest of all.
        sessions.MapGet("{token}/events", WebChatStream.RunAsync).DisableHttpMetrics()
            .WithSummary("Server-sent events: one per reply, resumed by Last-Event-ID or ?after=.");
    }

    private static async Task<Results<Created<OpenedSession>, ProblemHttpResult>> OpenAsync(
        HttpContext context, WebChatSessions sessions, WebChatLimits limits, IOptions<ShopOptions> shop)
    {
        if (limits.WaitToOpen(context) is { } wait)
            return WebChatLimits.Refuse(context, wait);
        var token = await sessions.OpenAsync(context.RequestAborted);
        return TypedResults.Created((string?)null, new OpenedSession(token, new ShopFacts(shop.Value.Name, shop.Value.Currency, shop.Value.LanguageList)));
    }

    private static async Task<Results<Accepted, NotFound, ValidationProblem, ProblemHttpResult>> PostAsync(
        string token, HttpContext context, WebChatSessions sessions, WebChatLimits limits, ConversationsDbContext db, InboundIntake intake)
    {
        var cancellationToken = context.RequestAborted;
        if (await sessions.FindAsync(token, cancellationToken) is not { } session)
            return TypedResults.NotFound();
        if (limits.WaitToPost(session) is { } wait)
            return WebChatLimits.Refuse(context, wait);
        if (await RequestBody.ReadAsync(context.Request, LargestBody, cancellationToken) is not { } body)
            return TypedResults.Problem($"A message may have {LargestBody} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge);
        var (message, faults) = WebChatMessage.Read(body);
        if (message is null)
            return TypedResults.ValidationProblem(faults);
        InboundContent content = message.Action is { } action
            ? new ActionContent(action, await OfferedTitle.OfAsync(db, WebChatSessions.ConversationOf(session), action, cancellationToken))
            : new TextContent(message.Text!);
        await intake.StoreAsync([Update(session, message, content, body)], [], cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static InboundUpdate Update(string session, WebChatMessage message, InboundContent content, byte[] body) => new()
    {
        Channel = WebChatChannel.ChannelName,
        Account = session,
        Kind = InboundKinds.Message,
        NaturalId = InboundUpdates.NaturalId(message.Id, body),
        Sender = session,
        Content = content,
        Body = body,
    };
}

/// <param name="Token">256 bits; whoever has it is the session.</param>
/// <param name="Shop">What the page shows.</param>
internal sealed record OpenedSession(string Token, ShopFacts Shop);

/// <param name="Name">The shop's name.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Languages">ISO 639, the first is the default.</param>
internal sealed record ShopFacts(string Name, string Currency, IReadOnlyList<string> Languages);
