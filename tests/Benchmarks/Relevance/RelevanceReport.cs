using System.Globalization;
using EcommerceBot.Benchmarks.Reporting;

namespace EcommerceBot.Benchmarks.Relevance;

/// <summary>Means by class and part, one column a searcher, and the goals.</summary>
internal sealed class RelevanceReport(IReadOnlyList<string> searchers)
{
    private readonly List<(JudgedQuery Query, IReadOnlyList<string>[] Answers)> _rows = [];

    public void Add(JudgedQuery query, IReadOnlyList<string>[] answers) => _rows.Add((query, answers));

    public void Write(TextWriter output)
    {
        var table = new Table([.. (string[])["queries", "count"], .. searchers.SelectMany(name => (string[])[$"{name} nDCG@10", "recall@10", "nothing found"])]);
        foreach (var kind in _rows.Select(row => row.Query.Class).Distinct())
            Line(kind, row => row.Query.Class == kind);
        Line("tuned", row => !row.Query.HeldOut);
        Line("held out", row => row.Query.HeldOut);
        Line("all", _ => true);
        table.Write(output);

        void Line(string name, Func<(JudgedQuery Query, IReadOnlyList<string>[] Answers), bool> chosen)
        {
            var rows = _rows.Where(chosen).ToList();
            table.Add([name, $"{rows.Count}", .. searchers.SelectMany((_, place) => (string[])[
                Share(rows.Average(row => row.Query.Ndcg(row.Answers[place]))),
                Share(rows.Average(row => row.Query.Recall(row.Answers[place]))),
                Share(rows.Count(row => row.Answers[place].Count == 0) / (double)rows.Count)])]);
        }
    }

    /// <summary>The goals of issue 4, for every searcher but the last, which is the baseline.</summary>
    public bool Judge(TextWriter output)
    {
        var baseline = _rows.Average(row => row.Query.Ndcg(row.Answers[^1]));
        var typos = _rows.Where(row => row.Query.Class == "typo").ToList();
        var table = new Table("goal", "figure", "value", "goal", "verdict");
        var reached = true;
        for (var place = 0; place < searchers.Count - 1; place++)
        {
            var ndcg = _rows.Average(row => row.Query.Ndcg(row.Answers[place]));
            var nothing = typos.Count(row => row.Answers[place].Count == 0) / (double)typos.Count;
            table.AddJudged($"{searchers[place]} nDCG@10", Share(ndcg), ndcg, "≥ 0.85", ndcg >= 0.85);
            table.AddJudged($"{searchers[place]} above the baseline", Share(baseline), ndcg - baseline, "≥ 0.15", ndcg - baseline >= 0.15);
            table.AddJudged($"{searchers[place]} typos that find nothing", Share(nothing), nothing, "< 0.02", nothing < 0.02);
            reached &= ndcg >= 0.85 && ndcg - baseline >= 0.15 && nothing < 0.02;
        }
        table.Write(output);
        return reached;
    }

    /// <summary>The tuned queries that are answered worst; those held out are not shown, or they would be tuned too.</summary>
    public void WriteWorst(TextWriter output, int count)
    {
        var table = new Table("class", "query", "nDCG@10", "answer");
        foreach (var (query, answers) in _rows.Where(row => !row.Query.HeldOut).OrderBy(row => row.Query.Ndcg(row.Answers[0])).Take(count))
            table.Add(query.Class, query.Text, Share(query.Ndcg(answers[0])), string.Join(' ', answers[0].Take(10).Select(id => $"{id}:{query.Grades.GetValueOrDefault(id)}")));
        table.Write(output);
    }

    private static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
