using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Conversations;

/// <summary>What a conversation says about the shop.</summary>
internal sealed class ShopOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Shop";

    [Required, MaxLength(100)]
    public string Name { get; set; } = "Our shop";

    /// <summary>ISO 4217.</summary>
    [RegularExpression("^[A-Z]{3}$", ErrorMessage = "Shop:Currency must be an ISO 4217 code such as EUR.")]
    public string Currency { get; set; } = "EUR";

    /// <summary>ISO 639 codes, separated by commas, the first is the default.</summary>
    [Required]
    public string Languages { get; set; } = "en,es,pt";

    /// <summary>Absolute URL under which shoppers reach this host; links and pictures begin with it.</summary>
    [Required, Url]
    public string PublicUrl { get; set; } = "http://localhost:8080";

    /// <summary><paramref name="pathOrUrl"/> as an absolute URL.</summary>
    public Uri Absolute(string pathOrUrl) =>
        new(new Uri(PublicUrl.TrimEnd('/') + "/"), pathOrUrl.StartsWith('/') ? pathOrUrl.TrimStart('/') : pathOrUrl);

    public IReadOnlyList<string> LanguageList => Languages.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
