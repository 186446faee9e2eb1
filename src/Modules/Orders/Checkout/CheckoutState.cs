using EcommerceBot.Orders.Cart;
using MassTransit;

namespace EcommerceBot.Orders.Checkout;

/// <summary>Where one confirmed checkout stands. The row is kept when it has ended: a late payment must find it.</summary>
internal sealed class CheckoutState : SagaStateMachineInstance, ISagaVersion
{
    /// <summary>The checkout id.</summary>
    public Guid CorrelationId { get; set; }
    public int Version { get; set; }
    public string CurrentState { get; set; } = "";
    public string OwnerId { get; set; } = "";
    public List<StoredLine> Lines { get; set; } = [];
    public long Total { get; set; }
    public string Currency { get; set; } = "";
    public string? PaymentUrl { get; set; }
    public DateTimeOffset PaymentExpiresAt { get; set; }

    /// <summary>The payment that counts; any other for this checkout is given back.</summary>
    public string? PaymentId { get; set; }
    public Guid? PaymentTimeoutToken { get; set; }

    /// <summary>One of <see cref="Payments.PayingBy"/>.</summary>
    public string Method { get; set; } = Payments.PayingBy.Online;

    /// <summary>Which of its pages is wanted, from 0.</summary>
    public int Page { get; set; }

    /// <summary>Since when the provider has been away; null once it has opened a page.</summary>
    public DateTimeOffset? AwaySince { get; set; }
    public Guid? RetryToken { get; set; }

    /// <summary>Money of another amount has come, and waits for an operator.</summary>
    public bool HasParked { get; set; }
    public string? OrderNumber { get; set; }

    /// <summary>With <c>Failed</c>: the code of CheckoutFailed.</summary>
    public string? FailureCode { get; set; }
}
