using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;

namespace EcommerceBot.Orders.Checkout;

/// <summary>What a buyer may give: too long is refused and never cut, since a cut address is another address.</summary>
internal static class BuyerRules
{
    public static CheckoutRefused? Refuse(CreateCheckout request)
    {
        if (request.ShipTo is { } address && AddressText.Fault(address) is { } fault)
            return new CheckoutRefused { Code = "invalid_address", Reason = fault };
        List<string> faults =
        [
            .. Fault("The name", request.Buyer?.Name, 200), .. Fault("The e-mail address", request.Buyer?.Email, 254), .. Fault("The delivery address", request.Buyer?.Address, 500),
        ];
        return faults.Count == 0 ? null : new CheckoutRefused { Code = "invalid_buyer", Reason = $"{string.Join(" ", faults)} Ask for it again." };
    }

    /// <summary>Control characters have no place in an address, and a zero one is no text to PostgreSQL.</summary>
    public static string? Clean(string? text)
    {
        var trimmed = string.Concat((text ?? "").Where(letter => !char.IsControl(letter) || letter == '\n')).Trim();
        return trimmed.Length == 0 ? null : trimmed;
    }

    private static IEnumerable<string> Fault(string name, string? text, int most)
    {
        if (Clean(text) is { } given && given.Length > most)
            yield return $"{name} has {given.Length} characters and may have {most}.";
    }
}
