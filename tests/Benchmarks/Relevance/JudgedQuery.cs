using System.Globalization;

namespace EcommerceBot.Benchmarks.Relevance;

/// <summary>A question with the products that answer it, judged by the catalogs' facts and never by what a search answered.</summary>
/// <param name="Class">What is hard about it: exact, typo, synonym, option, price, category, prefix, language.</param>
/// <param name="HeldOut">Not looked at while the search is tuned; drawn by a hash of the text.</param>
/// <param name="Text">As a shopper types it.</param>
/// <param name="Grades">Product id to 3 (what was asked for) or 1 (close to it: the right thing in another colour); all others are 0.</param>
internal sealed record JudgedQuery(string Class, bool HeldOut, string Text, IReadOnlyDictionary<string, int> Grades)
{
    public static IReadOnlyList<JudgedQuery> All()
    {
        using var stream = typeof(JudgedQuery).Assembly.GetManifestResourceStream("Relevance/queries.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(Read)];
    }

    /// <summary>Gain discounted by place over the first ten, as a share of the best possible; 0 to 1.</summary>
    public double Ndcg(IReadOnlyList<string> answer)
    {
        var best = Grades.Values.OrderDescending().Take(10).Select(Discounted).Sum();
        return answer.Take(10).Select((id, place) => Discounted(Grades.GetValueOrDefault(id), place)).Sum() / best;
    }

    /// <summary>Share of what was asked for that stands among the first ten, of the ten that could.</summary>
    public double Recall(IReadOnlyList<string> answer)
    {
        var asked = Grades.Where(grade => grade.Value == 3).Select(grade => grade.Key).ToHashSet(StringComparer.Ordinal);
        return answer.Take(10).Count(asked.Contains) / (double)Math.Min(10, asked.Count);
    }

    private static double Discounted(int grade, int place) => (Math.Pow(2, grade) - 1) / Math.Log2(place + 2);

    private static JudgedQuery Read(string line)
    {
        if (line.Split('\t') is not [var kind, var part, var text, var asked, var close])
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"queries.tsv: five columns are needed: {line}"));
        var grades = Ids(asked).Select(id => (id, Grade: 3)).Concat(Ids(close).Select(id => (id, Grade: 1)));
        return new JudgedQuery(kind, part == "held", text, grades.ToDictionary(grade => grade.id, grade => grade.Grade, StringComparer.Ordinal));
    }

    private static string[] Ids(string column) => column.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
