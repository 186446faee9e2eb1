namespace EcommerceBot.Benchmarks.Reporting;

/// <summary>Figures of alternate rounds: only ratios within a round mean something on a machine that others use too.</summary>
internal sealed class Ratios
{
    private readonly Dictionary<string, List<double>> _rounds = [];

    public void Add(string name, double value)
    {
        if (!_rounds.TryGetValue(name, out var values))
            _rounds[name] = values = [];
        values.Add(value);
    }

    public double Median(string name) => Median(_rounds[name]);

    /// <summary>The median over the rounds of <paramref name="name"/> ÷ <paramref name="floor"/>.</summary>
    public double Of(string name, string floor) => Median([.. _rounds[name].Zip(_rounds[floor], (value, other) => value / other)]);

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
