using Google.Protobuf;

namespace EcommerceBot.Integration.Tests.Watching;

/// <summary>A span as a trace store would get it.</summary>
internal sealed record Span(string TraceId, string Id, string ParentId, string Scope, string Name, Dictionary<string, string> Attributes)
{
    /// <summary>Field numbers of opentelemetry/proto/collector/trace/v1 and trace/v1.</summary>
    public static IEnumerable<Span> Of(byte[] exportRequest) =>
        from resource in new Wire(ByteString.CopyFrom(exportRequest)).Messages(1)
        from scope in resource.Messages(2)
        from span in scope.Messages(2)
        select new Span(
            span.Hex(1), span.Hex(2), span.Hex(4), scope.Messages(1).Single().Text(1), span.Text(5),
            span.Messages(9).GroupBy(x => x.Text(1)).ToDictionary(x => x.Key, x => x.First().Messages(2).FirstOrDefault()?.Text(1) ?? ""));
}
