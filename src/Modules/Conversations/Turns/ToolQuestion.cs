using EcommerceBot.Conversations.Agent;
using EcommerceBot.Tools.Contracts.Requests;
using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Turns;

/// <summary>Asks Tools, a second time when no answer comes, from it or from the module behind it: the key makes the two one.</summary>
internal sealed partial class ToolQuestion(IRequestClient<InvokeTool> client, IOptions<TurnOptions> options, ILogger<ToolQuestion> logger)
{
    private const int Tries = 2;

    /// <summary>What the agent is told when nobody answers: nothing is known, so nothing is promised.</summary>
    public static ToolOutcome Unavailable { get; } = new(true,
        """{"code":"unavailable","message":"The shop did not answer in time. Ask the shopper to try again in a moment."}""");

    /// <summary>Null when the outcome stays unknown.</summary>
    public async Task<ToolOutcome?> AskAsync(string ownerId, ToolCall call, CancellationToken cancellationToken)
    {
        var question = new InvokeTool { Tool = call.Tool, Arguments = call.Arguments, OwnerId = ownerId, Key = $"{call.TurnId:N}:{call.Number}" };
        var patience = RequestTimeout.After(ms: (int)options.Value.ToolTimeout.TotalMilliseconds);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                var answer = await client.GetResponse<ToolResult>(question, cancellationToken, patience);
                if (!answer.Message.IsUnanswered)
                    return new ToolOutcome(answer.Message.IsError, answer.Message.Content);
                LogUnanswered(logger, call.Tool, attempt, null);
            }
            catch (RequestException exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogUnanswered(logger, call.Tool, attempt, exception);
            }
        }
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "ToolUnanswered", Message = "The tool {Tool} gave no answer (try {Attempt})")]
    private static partial void LogUnanswered(ILogger logger, string tool, int attempt, Exception? exception);
}
