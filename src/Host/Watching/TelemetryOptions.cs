using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Host.Watching;

/// <summary>What is measured and traced. Where it goes is said by the usual names: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, <c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>OTEL_SERVICE_NAME</c>.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Telemetry";

    /// <summary>The part of all traces that is kept, decided by the trace id, so that every process decides alike; a caller's wish is not followed. Default 1: all.</summary>
    [Range(0.0, 1.0)]
    public double SampleRatio { get; set; } = 1;

    /// <summary>
    /// A file that is touched after each good backup; <c>ecommercebot.backup.age</c> is its age, and infinite while there is none. Default: not set, no such metric.
    /// </summary>
    public string? BackupMarker { get; set; }
}
