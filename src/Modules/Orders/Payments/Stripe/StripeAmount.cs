namespace EcommerceBot.Orders.Payments.Stripe;

/// <summary>Amounts as Stripe counts them, which for a few currencies is not their ISO exponent: https://docs.stripe.com/currencies.</summary>
internal static class StripeAmount
{
    // No decimals any more, but Stripe still counts hundredths.
    private static readonly HashSet<string> InHundredths = ["ISK", "UGX"];

    public static long To(long minor, string currency)
    {
        if (InHundredths.Contains(currency))
            return checked(minor * 100);
        // Of three decimals Stripe takes two; charging a rounded amount would be charging another.
        if (Money.Decimals(currency) == 3 && minor % 10 != 0)
            throw new InvalidOperationException($"Stripe takes amounts in {currency} with two decimals, and {Money.Show(minor, currency)} has three. Round the prices.");
        return minor;
    }

    public static long From(long stripe, string currency) => InHundredths.Contains(currency) ? stripe / 100 : stripe;
}
