using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Tools.Tests.Sample;

/// <summary>What one shop's own meter measured; other tests' shops have meters of the same name.</summary>
internal sealed class RecordedMeter : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Tool, string Outcome, double Seconds)> _measured = new();

    public RecordedMeter(Shop shop, string instrument)
    {
        var factory = shop.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (published, listener) =>
        {
            if (published.Name == instrument && published.Meter.Scope == factory)
                listener.EnableMeasurementEvents(published);
        };
        _listener.SetMeasurementEventCallback<double>((_, value, tags, _) => _measured.Enqueue((Tag(tags, "tool"), Tag(tags, "outcome"), value)));
        _listener.Start();
    }

    public IReadOnlyList<(string Tool, string Outcome, double Seconds)> Measured => [.. _measured];

    public void Dispose() => _listener.Dispose();

    private static string Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == name)
                return (string)tag.Value!;
        }
        return "";
    }
}
