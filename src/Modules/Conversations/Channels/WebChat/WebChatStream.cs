using System.Globalization;
using EcommerceBot.Conversations.Outbound;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EcommerceBot.Conversations.Channels.WebChat;

/// <summary>
/// A conversation's replies as server-sent events, read from the rows behind the last one the page has. A signal of this process wakes it;
/// the poll finds what another replica, or a lost signal, has left.
/// </summary>
internal sealed class WebChatStream(HttpResponse response, Guid conversationId, int after, IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(15);

    // A page that was closed leaves its place at the next write at the latest.
    private static readonly TimeSpan WaitForAPlace = HeartbeatInterval;

    private int _after = after;
    private DateTimeOffset _lastWrite = time.GetUtcNow();

    public static async Task RunAsync(
        string token, HttpContext context, WebChatSessions sessions, WebChatSignals signals, WebChatLimits limits,
        IServiceScopeFactory scopes, IHostApplicationLifetime host, TimeProvider time)
    {
        if (await sessions.FindAsync(token, context.RequestAborted) is not { } session)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        using var place = limits.TakeStream(context, session);
        if (place is null)
        {
            await WebChatLimits.Refuse(context, WaitForAPlace).ExecuteAsync(context);
            return;
        }
        var headers = context.Response.Headers;
        headers.ContentType = "text/event-stream";
        headers.CacheControl = "no-cache";
        // Or a proxy would keep the events until its buffer is full.
        headers["X-Accel-Buffering"] = "no";
        var conversation = WebChatSessions.ConversationOf(session);
        using var subscription = signals.Subscribe(conversation);
        var stream = new WebChatStream(context.Response, conversation, LastSeen(context.Request), scopes, time);
        // An open page must not keep a stopping host waiting.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        try
        {
            await stream.FollowAsync(subscription, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The page went away, or we do; it comes back with the id of the last event it saw.
        }
    }

    /// <summary>What cannot be an event id counts as none: the page then gets the conversation from its start.</summary>
    private static int LastSeen(HttpRequest request)
    {
        var given = request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } header ? header : request.Query["after"].ToString();
        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
    }

    private async Task FollowAsync(WebChatSignals.Subscription subscription, CancellationToken cancellationToken)
    {
        await WriteAsync("retry: 2000\n\n", cancellationToken);
        while (true)
        {
            await WriteRepliesAsync(cancellationToken);
            while (subscription.Cues.TryRead(out var cue))
                await WriteCueAsync(cue, cancellationToken);
            if (time.GetUtcNow() - _lastWrite >= HeartbeatInterval)
                await WriteAsync(": still here\n\n", cancellationToken);
            await WaitAsync(subscription, cancellationToken);
        }
    }

    private async Task WriteRepliesAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<WebChatReplies>();
        var replies = await rows.AfterAsync(conversationId, _after, cancellationToken);
        if (replies.Count == 0)
            return;
        foreach (var reply in replies)
            await WriteAsync($"id: {reply.Sequence}\ndata: {ReplyJson.WithId(reply.Sequence, reply.Message)}\n\n", cancellationToken);
        _after = replies[^1].Sequence;
        await rows.MarkDeliveredAsync(conversationId, _after, cancellationToken);
    }

    private Task WriteCueAsync(Cue cue, CancellationToken cancellationToken) => cue switch
    {
        Cue.TypingStarted => WriteAsync("event: typing\ndata: {\"on\":true}\n\n", cancellationToken),
        Cue.TypingEnded => WriteAsync("event: typing\ndata: {\"on\":false}\n\n", cancellationToken),
        Cue.CartChanged cart => WriteAsync($"event: cart\ndata: {{\"count\":{cart.Count}}}\n\n", cancellationToken),
        _ => WriteRepliesAsync(cancellationToken),
    };

    private async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
        _lastWrite = time.GetUtcNow();
    }

    private async Task WaitAsync(WebChatSignals.Subscription subscription, CancellationToken cancellationToken)
    {
        using var poll = new CancellationTokenSource(PollInterval, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(poll.Token, cancellationToken);
        try
        {
            await subscription.Cues.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }
}
