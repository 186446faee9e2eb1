using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Orders;

/// <summary>What orders need to know of the shop.</summary>
internal sealed class ShopOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Shop";

    /// <summary>Shown on the payment page. Default "Shop".</summary>
    [Required, StringLength(80)]
    public string Name { get; set; } = "Shop";

    /// <summary>ISO 4217 code of an empty cart. Default EUR.</summary>
    [Required, RegularExpression("^[A-Z]{3}$", ErrorMessage = "Shop:Currency should be an ISO 4217 code such as EUR.")]
    public string Currency { get; set; } = "EUR";

    /// <summary>Whose taxes are asked where no delivery address is known, as addresses write the country. Default none.</summary>
    [StringLength(60)]
    public string? TaxCountry { get; set; }

    /// <summary>IANA name of the zone whose days reports count. Default UTC.</summary>
    [Required, StringLength(60)]
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Where shoppers reach this shop; payment links begin with it. Default http://localhost:8080.</summary>
    [Required, Url(ErrorMessage = "Shop:PublicUrl should be an absolute URL such as https://shop.example.")]
    public string PublicUrl { get; set; } = "http://localhost:8080";
}
