namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Where something goes, field by field; control characters are refused.</summary>
public sealed record PostalAddress
{
    /// <summary>Street and number, 1 to 120 characters.</summary>
    public required string Line1 { get; init; }

    /// <summary>At most 120 characters; empty or left out where there is none.</summary>
    public string? Line2 { get; init; }

    /// <summary>1 to 80 characters.</summary>
    public required string City { get; init; }

    /// <summary>State or province as it is written there, at most 80 characters.</summary>
    public string? Region { get; init; }

    /// <summary>1 to 20 characters.</summary>
    public required string PostalCode { get; init; }

    /// <summary>As it is written there, such as USA, 1 to 60 characters.</summary>
    public required string Country { get; init; }
}
