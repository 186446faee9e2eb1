namespace EcommerceBot.Orders.Customers;

/// <summary>What a buyer gave with the last confirmed checkout.</summary>
internal sealed class Customer
{
    public required string OwnerId { get; init; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Address { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
}
