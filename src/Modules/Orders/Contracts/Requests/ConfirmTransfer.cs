namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by the admin REST: a bank transfer has arrived; answered with <see cref="TransferConfirmed"/>, <see cref="TransferRejected"/> or <see cref="TransferNotFound"/>. The same bank entry counts once.</summary>
public sealed record ConfirmTransfer
{
    /// <summary>What the buyer was asked to write, such as TR-7K3M9QXT; letter case does not matter.</summary>
    public required string Reference { get; init; }

    /// <summary>What arrived, minor units of <see cref="Currency"/>, above zero. Another amount than asked is parked.</summary>
    public required long Amount { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>How the bank names this entry, 1 to 80 characters; tells two transfers with one reference apart.</summary>
    public required string BankEntry { get; init; }
}

/// <summary>Answered by Orders: the transfer is written down, and the checkout goes on; repeating it changes nothing.</summary>
public sealed record TransferConfirmed
{
    public required Guid CheckoutId { get; init; }
}

/// <summary>Answered by Orders: nothing was written, and why.</summary>
public sealed record TransferRejected
{
    public required string Reason { get; init; }
}

/// <summary>Answered by Orders: nobody was asked to transfer under this reference.</summary>
public sealed record TransferNotFound
{
    public required string Reference { get; init; }
}
