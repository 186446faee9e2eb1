using System.Globalization;

namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>Reads an amount of money as shoppers write it.</summary>
internal static class Amounts
{
    private const int LongestAmount = 12;

    /// <summary>Minor units of <c>$1,299.50</c>, <c>29,90€</c> or <c>30</c> for a currency with that many decimals.</summary>
    public static bool TryParse(string written, int exponent, out long minorUnits)
    {
        minorUnits = 0;
        var digits = written.Trim('$', '€', '£', '¥', '+').ToUpperInvariant();
        digits = digits.Length > 3 && digits[^3..].All(char.IsAsciiLetter) ? digits[..^3] : digits;
        if (digits.Length is 0 or > LongestAmount
            || !char.IsAsciiDigit(digits[0])
            || !digits.All(c => char.IsAsciiDigit(c) || c is '.' or ','))
            return false;

        var mark = digits.LastIndexOfAny(['.', ',']);
        var decimals = mark < 0 ? 0 : digits.Length - mark - 1;
        var hasFraction = decimals is 1 or 2
            || (decimals > 0 && decimals == exponent && digits.IndexOfAny(['.', ',']) == mark && exponent > 2);
        var whole = hasFraction ? digits[..mark] : digits;
        var text = whole.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal)
            + (hasFraction ? "." + digits[(mark + 1)..] : "");

        var value = decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        for (var i = 0; i < exponent; i++)
            value *= 10;
        minorUnits = (long)decimal.Round(value, MidpointRounding.AwayFromZero);
        return true;
    }
}
