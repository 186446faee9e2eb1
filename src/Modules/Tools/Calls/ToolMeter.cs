using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace EcommerceBot.Tools.Calls;

/// <summary>How long tools take and how they end. Arguments are never logged: they hold what shoppers wrote.</summary>
internal sealed partial class ToolMeter(IMeterFactory meters, ILogger<ToolMeter> logger)
{
    private readonly Histogram<double> _duration = meters.Create("EcommerceBot").CreateHistogram<double>(
        "ecommercebot.tool.duration", "s", "Duration of a tool call by tool and outcome (ok or the refusal's code).");

    public void Record(string tool, string outcome, TimeSpan elapsed)
    {
        _duration.Record(elapsed.TotalSeconds, new("tool", tool), new("outcome", outcome));
        LogCalled(logger, tool, outcome, elapsed.TotalMilliseconds);
    }

    public void LogUnanswered(string tool, Exception exception) => LogNoAnswer(logger, exception, tool);

    [LoggerMessage(Level = LogLevel.Information, EventName = "ToolCalled", Message = "{Tool} ended {Outcome} after {DurationMs:0} ms")]
    private static partial void LogCalled(ILogger logger, string tool, string outcome, double durationMs);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "ToolUnanswered", Message = "{Tool} got no answer from the module it asked; the caller was told to ask again")]
    private static partial void LogNoAnswer(ILogger logger, Exception exception, string tool);
}
