using System.Text.Json;
using EcommerceBot.Tools.Audit;
using EcommerceBot.Tools.Contracts.Requests;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Calls;

/// <summary>The one way to a tool, whoever calls: finds it, asks whether the caller may, checks the arguments, runs it, measures it.</summary>
internal sealed class Toolbox(IEnumerable<ITool> tools, ToolMeter meter, AuditTrail audit, TimeProvider time)
{
    /// <summary>All tools by name, always in the same order.</summary>
    public IReadOnlyList<ToolCard> Cards { get; } = [.. tools.Select(tool => tool.Card).OrderBy(card => card.Name, StringComparer.Ordinal)];

    /// <param name="call">What to call, for whom.</param>
    /// <param name="cancellationToken">Ends the waiting, not an effect under way.</param>
    public async Task<ToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var tool = tools.FirstOrDefault(tool => tool.Card.Name == call.Tool);
        var (outcome, form) = ("failed", "");
        try
        {
            var (answer, given) = await AnswerAsync(tool, call, cancellationToken);
            form = given;
            outcome = (answer.Content as ToolRefusal)?.Code ?? "ok";
            var json = JsonSerializer.Serialize(answer.Content, ToolJson.Result);
            return new ToolResult
            {
                IsError = answer.IsRefusal,
                IsUnanswered = outcome == Refusals.UnavailableCode,
                Content = json,
                Text = answer.Content is ToolRefusal refusal ? refusal.Message : json,
            };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            outcome = "cancelled";
            throw;
        }
        finally
        {
            // A made-up name must not become a label: labels are kept for good.
            var (name, elapsed) = (tool?.Card.Name ?? "unknown", time.GetElapsedTime(started));
            meter.Record(name, outcome, elapsed);
            audit.Add(call, name, outcome, elapsed, form);
        }
    }

    private async Task<(ToolAnswer Answer, string Form)> AnswerAsync(ITool? tool, ToolCall call, CancellationToken cancellationToken)
    {
        if (tool is null)
            return (Refusals.UnknownTool(Cards.Select(card => card.Name)), "");
        if (call.Scopes?.Contains(tool.Card.Scope, StringComparer.Ordinal) == false)
            return (Refusals.MissingScope(tool.Card.Scope), "");
        using var document = ArgumentText.Read(call.Arguments, out var fault);
        if (document is null)
            return (Refusals.InvalidArguments([fault]), "");
        var arguments = document.RootElement;
        var form = ArgumentForm.Of(arguments, tool.Card.InputSchema);
        if (ArgumentCheck.Faults(arguments, tool.Card.InputSchema) is { Count: > 0 } faults)
            return (Refusals.InvalidArguments(faults), form);

        var caller = new ToolCaller(call.OwnerId, call.Key ?? Key(arguments) ?? NewId.NextGuid().ToString("N"), Patience.Until(time, call.Until)) { GuestOwnerId = call.GuestOwnerId };
        return (await RunAsync(tool, arguments, caller, cancellationToken), form);
    }

    private async Task<ToolAnswer> RunAsync(ITool tool, JsonElement arguments, ToolCaller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await tool.RunAsync(arguments, caller, cancellationToken);
        }
        catch (RequestException exception) when (!cancellationToken.IsCancellationRequested)
        {
            meter.LogUnanswered(tool.Card.Name, exception);
            return Refusals.Unavailable(tool.Card, caller.Key);
        }
    }

    private static string? Key(JsonElement arguments) => arguments.TryGetProperty("idempotency_key", out var key) ? key.GetString() : null;
}
