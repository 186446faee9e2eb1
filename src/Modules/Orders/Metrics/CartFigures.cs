using EcommerceBot.Orders.Abandonment;

namespace EcommerceBot.Orders.Metrics;

/// <summary>What became of some carts. Shares are from 0 to 1; a share of nothing is 0.</summary>
internal sealed record CartFigures
{
    /// <summary>Carts that held something.</summary>
    public required int Created { get; init; }
    public required int Abandoned { get; init; }
    public required double AbandonedShare { get; init; }

    /// <summary>Bought after they were left alone.</summary>
    public required int Recovered { get; init; }
    public required int Bought { get; init; }
    public required double Conversion { get; init; }

    /// <summary>Share bought of those told to whoever reminds, less the share of those held out; null while one of the two groups is empty. Owners who want no reminders are in neither.</summary>
    public required double? RecoveryLift { get; init; }

    public static CartFigures Of(IReadOnlyList<CartWatch> watches)
    {
        List<CartWatch> left = [.. watches.Where(x => x.AbandonedAt is not null)];
        var told = left.Where(x => x.ToldVersion is not null).ToLookup(x => x.IsHeldOut);
        var (held, reminded) = (told[true].ToList(), told[false].ToList());
        return new CartFigures
        {
            Created = watches.Count,
            Abandoned = left.Count,
            AbandonedShare = Share(left.Count, watches.Count),
            Recovered = left.Count(IsRecovered),
            Bought = watches.Count(x => x.BoughtAt is not null),
            Conversion = Share(watches.Count(x => x.BoughtAt is not null), watches.Count),
            RecoveryLift = held.Count == 0 || reminded.Count == 0 ? null
                : Math.Round(Share(reminded.Count(IsRecovered), reminded.Count) - Share(held.Count(IsRecovered), held.Count), 4),
        };
    }

    private static bool IsRecovered(CartWatch watch) => watch.BoughtAt > watch.AbandonedAt;

    private static double Share(int part, int whole) => whole == 0 ? 0 : Math.Round(part / (double)whole, 4);
}
