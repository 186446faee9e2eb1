using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Orders.Abandonment;

/// <summary>When a cart counts as left alone.</summary>
internal sealed class AbandonmentOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Abandonment";

    /// <summary>How long nothing has been done with a cart that holds something. Default 60 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan IdleAfter { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>Of a hundred carts, how many are never reminded of, 0 to 100. Default 10.</summary>
    [Range(0, 100)]
    public int HoldOutPercent { get; set; } = 10;
}
