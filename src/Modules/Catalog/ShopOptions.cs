using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Catalog;

/// <summary>What the catalog needs to know of the shop.</summary>
internal sealed class ShopOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Shop";

    /// <summary>ISO 4217 code of the shop's prices, and of an imported price that names no currency. Default EUR.</summary>
    [Required, RegularExpression("^[A-Z]{3}$", ErrorMessage = "Shop:Currency should be an ISO 4217 code such as EUR.")]
    public string Currency { get; set; } = "EUR";

    /// <summary>ISO 639 codes, separated by commas; the first is the language of texts that name none.</summary>
    [Required, RegularExpression("^[a-z]{2,3}(,\\s*[a-z]{2,3})*$", ErrorMessage = "Shop:Languages should list codes such as en,es,pt.")]
    public string Languages { get; set; } = "en,es,pt";

    public string DefaultLanguage => Languages.Split(',')[0].Trim();

    /// <summary>Whether an empty shop is filled with the demo catalog at start. Unset: yes, except in Production.</summary>
    public bool? DemoCatalog { get; set; }
}
