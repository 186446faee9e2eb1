using System.Diagnostics;

namespace EcommerceBot.Conversations;

/// <summary>Spans of our own, where a trace would otherwise end: between a request and the rows its batch became, and around what a turn and a send are.</summary>
internal static class Tracing
{
    private static readonly ActivitySource Source = new("EcommerceBot");

    /// <summary>Goes on with the trace of whoever handed something in; what is sent inside carries it along. Null, and nothing, where nobody traces.</summary>
    /// <param name="name">What is done, in few words of low number.</param>
    /// <param name="traceParent">W3C, as <see cref="Activity.Id"/> was then.</param>
    public static Activity? Follow(string name, string? traceParent) => traceParent is null ? null : Source.StartActivity(name, ActivityKind.Internal, traceParent);

    /// <summary>A part of what goes on now.</summary>
    public static Activity? Step(string name, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity(name, kind);
}
