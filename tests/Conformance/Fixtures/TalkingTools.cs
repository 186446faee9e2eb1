using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace EcommerceBot.Conformance.Fixtures;

/// <summary>Tools that say something while they run.</summary>
[McpServerToolType]
internal static class TalkingTools
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    [McpServerTool(Name = "test_tool_with_logging"), Description("Logs three lines while it runs.")]
    public static async Task<string> LogAsync(McpServer server, CancellationToken cancellationToken)
    {
        foreach (var line in (string[])["Tool execution started", "Tool processing data", "Tool execution completed"])
        {
            var notification = new LoggingMessageNotificationParams { Level = LoggingLevel.Info, Data = JsonSerializer.SerializeToElement(line) };
            await server.SendNotificationAsync(NotificationMethods.LoggingMessageNotification, notification, cancellationToken: cancellationToken);
            await Task.Delay(Pause, cancellationToken);
        }
        return "Logged three lines.";
    }

    [McpServerTool(Name = "test_tool_with_progress"), Description("Reports progress when the caller asks for it.")]
    public static async Task<string> ProgressAsync(McpServer server, RequestContext<CallToolRequestParams> context, CancellationToken cancellationToken)
    {
        foreach (var done in (int[])[0, 50, 100])
        {
            if (context.Params?.ProgressToken is { } token)
                await server.NotifyProgressAsync(token, new ProgressNotificationValue { Progress = done, Total = 100 }, cancellationToken: cancellationToken);
            await Task.Delay(Pause, cancellationToken);
        }
        return "Done.";
    }

    [McpServerTool(Name = "test_reconnection"), Description("Closes its stream while it runs; the client comes back for the answer.")]
    public static async Task<string> ReconnectAsync(RequestContext<CallToolRequestParams> context, CancellationToken cancellationToken)
    {
        await context.EnablePollingAsync(TimeSpan.FromMilliseconds(500), cancellationToken);
        await Task.Delay(Pause, cancellationToken);
        return "Reconnection test completed successfully.";
    }
}
