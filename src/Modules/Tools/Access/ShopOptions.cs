using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Tools.Access;

/// <summary>What the tools need to know of the shop.</summary>
internal sealed class ShopOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Shop";

    /// <summary>What agents see as the server's title.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string Name { get; set; } = "EcommerceBot";

    /// <summary>Where the shop is reached from outside; pages of this origin may call <c>/mcp</c>. Unset: only pages on loopback.</summary>
    [Url(ErrorMessage = "Shop:PublicUrl should be an absolute http(s) URL such as https://shop.example.")]
    public string? PublicUrl { get; set; }
}
