namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by the admin REST: what waits for an operator is decided. A payment of a wrong amount goes back; a refund that had to be made by hand has been made. Repeating it acts once; answered with <see cref="PaymentCaseSettled"/> or <see cref="PaymentCaseNotFound"/>.</summary>
public sealed record SettlePaymentCase
{
    public required Guid CaseId { get; init; }
}

/// <summary>Answered by Orders: the case is closed.</summary>
public sealed record PaymentCaseSettled
{
    public required Guid CaseId { get; init; }
}

/// <summary>Answered by Orders: there is no such case.</summary>
public sealed record PaymentCaseNotFound
{
    public required Guid CaseId { get; init; }
}
