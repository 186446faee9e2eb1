namespace EcommerceBot.Benchmarks.Messaging;

/// <summary>What a measured transaction publishes; its consumer writes an inbox row.</summary>
public sealed record BusinessNoted
{
    public required long Number { get; init; }
    public required string Note { get; init; }
}

/// <summary>The same content published straight to the broker; its consumer writes nothing.</summary>
public sealed record NotedDirectly
{
    public required long Number { get; init; }
    public required string Note { get; init; }
}
