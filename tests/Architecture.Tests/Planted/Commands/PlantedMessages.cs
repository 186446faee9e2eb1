// Shapes that MessageShape must refuse, and one that it must accept.
namespace EcommerceBot.Architecture.Tests.Planted.Commands;

public sealed record ShipParcel
{
    public required string Address { get; init; }
    public int Attempts { get; init; } = 1;
}

public record OpenMessage;

public sealed class ClassMessage;

public sealed record SettableMessage
{
    public string? Address { get; set; }
}

public sealed record ComputedMessage
{
    public required int Once { get; init; }
    public int Twice => Once * 2;
}

public sealed record ThinkingMessage
{
    public required int Quantity { get; init; }
    public int Doubled() => Quantity * 2;
}

public sealed record DerivedMessage : OpenMessage;
