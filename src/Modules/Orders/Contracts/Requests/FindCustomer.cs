namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools for a caller that may act for customers: who is this? Give the e-mail, or first name, last name and postal code; answered with <see cref="CustomerFound"/> or <see cref="CustomerNotFound"/>. Letter case does not matter.</summary>
public sealed record FindCustomer
{
    public string? Email { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public string? PostalCode { get; init; }
}

/// <summary>Answered by Orders: exactly one customer fits.</summary>
public sealed record CustomerFound
{
    public required string OwnerId { get; init; }
}

/// <summary>Answered by Orders: nobody fits, or more than one does.</summary>
public sealed record CustomerNotFound;
