using System.Text.Json;
using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Leasing;
using EcommerceBot.Conversations.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Turns;

/// <summary>
/// The agent's hand on the shop's tools, with a memory that outlives the process: each call is written down before it is made, and what
/// it returned after. A turn that is run again gets what was returned; a call whose outcome nobody wrote down is asked again under its key,
/// and the module that holds the effect answers as it did.
/// </summary>
internal sealed class ToolJournal(
    HeldLease lease, FrozenTurn turn, IServiceScopeFactory scopes, Leases leases, ToolQuestion tools, TimeProvider time,
    IOptions<TurnOptions> options) : IToolCaller
{
    private static readonly JsonSerializerOptions SnakeCase = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    private readonly List<ToolCall> _earlier = [.. turn.Journal];
    private readonly List<ToolOutcome> _outcomes = [];
    private int _last = turn.Journal.Count == 0 ? 0 : turn.Journal[^1].Number;

    /// <summary>What this run has been answered, in order.</summary>
    public IReadOnlyList<ToolOutcome> Outcomes => _outcomes;

    public async Task<ToolOutcome> CallAsync(string tool, object arguments, CancellationToken cancellationToken)
    {
        var text = JsonSerializer.Serialize(arguments, arguments.GetType(), SnakeCase);
        var call = Earlier(tool, text) ?? await OpenAsync(tool, text, cancellationToken);
        var outcome = call.Result is { } result ? new ToolOutcome(call.IsError, result) : await AskAsync(call, cancellationToken);
        _outcomes.Add(outcome);
        return outcome;
    }

    /// <summary>
    /// The first call of the earlier run that is the same; one that the new run does not repeat is passed over, never reused for other
    /// arguments.
    /// </summary>
    private ToolCall? Earlier(string tool, string arguments)
    {
        var call = _earlier.Find(x => x.Tool == tool && x.Arguments == arguments);
        if (call is not null)
            _earlier.Remove(call);
        return call;
    }

    private async Task<ToolCall> OpenAsync(string tool, string arguments, CancellationToken cancellationToken)
    {
        var call = new ToolCall { TurnId = turn.Turn.Id, Number = ++_last, Tool = tool, Arguments = arguments, StartedAt = time.GetUtcNow() };
        await WriteAsync(db =>
        {
            db.ToolCalls.Add(call);
            return db.SaveChangesAsync(cancellationToken);
        }, cancellationToken);
        return call;
    }

    private async Task<ToolOutcome> AskAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var outcome = await tools.AskAsync(turn.Conversation.OwnerId, call, cancellationToken);
        var now = time.GetUtcNow();
        if (outcome is null)
            return await UnansweredForAsync(call, now, cancellationToken) < options.Value.UnansweredPatience ? throw new ToolUnansweredException(call.Tool) : ToolQuestion.Unavailable;
        await WriteAsync(db => db.ToolCalls.Where(x => x.TurnId == call.TurnId && x.Number == call.Number).ExecuteUpdateAsync(
            set => set.SetProperty(x => x.Result, outcome.Content).SetProperty(x => x.IsError, outcome.IsError).SetProperty(x => x.CompletedAt, now),
            cancellationToken), cancellationToken);
        return outcome;
    }

    /// <summary>Counted from the first try that had no answer: the turn itself may have begun long before, in a process that is gone.</summary>
    private async Task<TimeSpan> UnansweredForAsync(ToolCall call, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (call.UnansweredSince is { } since)
            return now - since;
        await WriteAsync(db => db.ToolCalls.Where(x => x.TurnId == call.TurnId && x.Number == call.Number).ExecuteUpdateAsync(
            set => set.SetProperty(x => x.UnansweredSince, now), cancellationToken), cancellationToken);
        call.UnansweredSince = now;
        return TimeSpan.Zero;
    }

    private async Task WriteAsync(Func<ConversationsDbContext, Task<int>> write, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ConversationsDbContext>();
        await db.WriteAsync(async () =>
        {
            await leases.HoldAsync(db, lease, cancellationToken);
            return await write(db);
        }, cancellationToken);
    }
}
