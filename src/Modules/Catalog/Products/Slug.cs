using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EcommerceBot.Catalog.Search;

namespace EcommerceBot.Catalog.Products;

/// <summary>A product's part of an address. An id that is one already is taken (Shopify's handles are); else the title, told apart by a digest of the id.</summary>
internal static partial class Slug
{
    public const int Longest = 120;

    private const int LongestTitle = 80;

    public static bool IsValid(string text) => text.Length <= Longest && Pattern().IsMatch(text);

    public static string Of(string id, string title)
    {
        if (IsValid(id) && id.Any(char.IsAsciiLetterLower))
            return id;
        var words = string.Join('-', SearchText.Words(title).Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit))).Where(word => word.Length > 0));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..8];
        return words.Length == 0 ? digest : $"{(words.Length > LongestTitle ? words[..LongestTitle].TrimEnd('-') : words)}-{digest}";
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
