using EcommerceBot.Orders.Idempotency;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>What somebody wants of an order: which one, what its event is called, whose call it is, and whether it is only to be shown.</summary>
internal sealed record Wish(string OrderNumber, string Change, KeyedCall Call, bool IsPreview)
{
    /// <summary>In whose name the shop's own people act; no customer has this id, since theirs never begin with a colon.</summary>
    public const string Operator = ":operator";

    /// <summary>The shop's own people reach every order.</summary>
    public bool IsOperators { get; init; }

    /// <summary>For the timeline.</summary>
    public string? Note { get; init; }
}
