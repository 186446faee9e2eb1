namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools: this owner's orders, newest first; answered with <see cref="OrdersFound"/>.</summary>
public sealed record ListOrders
{
    public required string OwnerId { get; init; }

    /// <summary>1 to 50.</summary>
    public int Limit { get; init; } = 10;
}

/// <summary>Answered by Orders: the orders, newest first; empty where there are none.</summary>
public sealed record OrdersFound
{
    public required IReadOnlyList<OrderDetails> Orders { get; init; }
}
