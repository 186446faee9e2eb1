using System.Security.Cryptography;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>
/// Numbers a person can read out: EB-7K3M-9QXT. Three digits at least, so that no word is taken for one; 38 random bits, so that nobody
/// finds another's by counting; no I, L, O, U, 0 or 1 to mistake.
/// </summary>
internal static class OrderNumber
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New()
    {
        while (true)
        {
            var drawn = RandomNumberGenerator.GetString(Letters, 8);
            if (drawn.Count(char.IsAsciiDigit) >= 3)
                return $"EB-{drawn[..4]}-{drawn[4..]}";
        }
    }

    /// <summary>What a shopper typed, in the form it is stored: letter case, spaces and missing dashes do not matter.</summary>
    public static string Normalize(string typed)
    {
        var letters = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        // Eight letters may begin with EB themselves.
        var bare = letters.Length == 10 && letters.StartsWith("EB", StringComparison.Ordinal) ? letters[2..] : letters;
        return bare.Length == 8 ? $"EB-{bare[..4]}-{bare[4..]}" : letters;
    }

    /// <summary>Under which numbers what was typed may be stored: as our own, or as an imported order bears it, with its mark in front or without.</summary>
    public static string[] Candidates(string typed)
    {
        var letters = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return [Normalize(typed), letters, $"#{letters}"];
    }
}
