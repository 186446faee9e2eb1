namespace EcommerceBot.Orders.Pricing;

/// <summary>Shares of integer amounts. Products are wider than any amount, so nothing overflows on the way.</summary>
internal static class Rounding
{
    public const long Whole = 10_000;

    /// <summary><paramref name="amount"/> × part ÷ whole, to the minor unit, half away from zero; none of the three is below zero.</summary>
    public static long Share(long amount, long part, long whole) =>
        checked((long)(((Int128)amount * part * 2 + whole) / ((Int128)whole * 2)));
}
