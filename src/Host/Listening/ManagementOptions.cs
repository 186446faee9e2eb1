using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Host.Listening;

/// <summary>Where operators ask.</summary>
internal sealed class ManagementOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Management";

    /// <summary>
    /// A port of its own for <c>/metrics</c> and <c>/health</c>, which then answer nowhere else; keep it away from the ingress. Default: not set, they answer
    /// beside the shop.
    /// </summary>
    [Range(1, 65535)]
    public int? Port { get; set; }
}
