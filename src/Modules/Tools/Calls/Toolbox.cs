using System.Text.Json;
using EcommerceBot.Tools.Contracts.Requests;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Calls;

/// <summary>The one way to a tool, whoever calls: finds it, checks the arguments, runs it, measures it.</summary>
internal sealed class Toolbox(IEnumerable<ITool> tools, ToolMeter meter, TimeProvider time)
{
    /// <summary>All tools by name, always in the same order.</summary>
    public IReadOnlyList<ToolCard> Cards { get; } = [.. tools.Select(tool => tool.Card).OrderBy(card => card.Name, StringComparer.Ordinal)];

    /// <param name="name">Tool name.</param>
    /// <param name="arguments">A JSON object.</param>
    /// <param name="ownerId">For whom it acts.</param>
    /// <param name="key">The caller's idempotency key; null lets the arguments bring one, else each call is new.</param>
    /// <param name="cancellationToken">Ends the waiting, not an effect under way.</param>
    public async Task<ToolResult> CallAsync(string name, string arguments, string ownerId, string? key, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var tool = tools.FirstOrDefault(tool => tool.Card.Name == name);
        var answer = tool is null ? Refusals.UnknownTool(Cards.Select(card => card.Name)) : await AnswerAsync(tool, arguments, ownerId, key, cancellationToken);
        // A made-up name must not become a label: labels are kept for good.
        meter.Record(tool?.Card.Name ?? "unknown", (answer.Content as ToolRefusal)?.Code ?? "ok", time.GetElapsedTime(started));
        var json = JsonSerializer.Serialize(answer.Content, ToolJson.Result);
        return new ToolResult { IsError = answer.IsRefusal, Content = json, Text = answer.Content is ToolRefusal refusal ? refusal.Message : json };
    }

    private async Task<ToolAnswer> AnswerAsync(ITool tool, string text, string ownerId, string? key, CancellationToken cancellationToken)
    {
        using var document = ArgumentText.Read(text, out var fault);
        if (document is null)
            return Refusals.InvalidArguments([fault]);
        var arguments = document.RootElement;
        if (ArgumentCheck.Faults(arguments, tool.Card.InputSchema) is { Count: > 0 } faults)
            return Refusals.InvalidArguments(faults);

        var caller = new ToolCaller(ownerId, key ?? Key(arguments) ?? NewId.NextGuid().ToString("N"));
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
