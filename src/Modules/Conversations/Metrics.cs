using System.Diagnostics.Metrics;

namespace EcommerceBot.Conversations;

/// <summary>What is counted about conversations; names as in docs/operations.md.</summary>
internal sealed class Metrics
{
    private readonly Counter<long> _messages;
    private readonly Counter<long> _duplicates;
    private readonly Counter<long> _sends;
    private readonly Histogram<double> _inboundAge;
    private readonly Histogram<double> _turnDuration;

    public Metrics(IMeterFactory meters)
    {
        var meter = meters.Create("EcommerceBot");
        _messages = meter.CreateCounter<long>("ecommercebot.messages", "{message}", "Messages stored, by direction and channel");
        _duplicates = meter.CreateCounter<long>("ecommercebot.inbound.duplicates", "{message}", "Updates that were already stored");
        _sends = meter.CreateCounter<long>("ecommercebot.channel.sends", "{send}", "Calls to a channel, by outcome");
        _inboundAge = meter.CreateHistogram<double>("ecommercebot.inbound.age", "s", "From storing a message to the start of its turn");
        _turnDuration = meter.CreateHistogram<double>("ecommercebot.turn.duration", "s", "From the start of a turn to its commit");
    }

    public void Received(string channel, int count) => Count(_messages, count, new("direction", "in"), new("channel", channel));

    public void Replied(string channel, int count) => Count(_messages, count, new("direction", "out"), new("channel", channel));

    public void Duplicates(int count) => Count(_duplicates, count);

    public void Sent(string channel, string outcome) => Count(_sends, 1, new("channel", channel), new("outcome", outcome));

    public void Waited(TimeSpan age) => _inboundAge.Record(age.TotalSeconds);

    public void TurnTook(TimeSpan duration, string agent) =>
        _turnDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("agent", agent));

    private static void Count(Counter<long> counter, int count, params ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (count > 0)
            counter.Add(count, tags);
    }
}
