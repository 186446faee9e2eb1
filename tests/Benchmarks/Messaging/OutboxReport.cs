using EcommerceBot.Benchmarks.Reporting;

namespace EcommerceBot.Benchmarks.Messaging;

/// <summary>One table: each figure beside its floor, and the goal of docs/performance.md.</summary>
internal static class OutboxReport
{
    public static void Write(OutboxBench bench, double commitsPerMessage, TextWriter output)
    {
        var (ratios, table) = (bench.Ratios, new Table("what", "figure", "ratio", "goal", "verdict"));
        var cost = ratios.Of("without 1 committed", "written 1 committed");
        table.AddJudged("time of a transaction with a message ÷ without, 1 writer", Rates("written 1", "without 1"), cost, "≤ 1.35", cost <= 1.35);
        table.Add("the same with relay and consumer in the process", Rates("with 1", "without 1"), $"{ratios.Of("without 1 committed", "with 1 committed"):N2}", "", "");
        foreach (var writers in (int[])[16, 64])
        {
            var share = ratios.Of($"relayed {writers} committed", $"without {writers} committed");
            table.AddJudged($"transactions/s with a message, relayed ÷ without, {writers} writers", Rates($"relayed {writers}", $"without {writers}"), share, "≥ 0.50", share >= 0.5);
            table.Add("the same with the consumer in the process", Rates($"with {writers}", $"without {writers}"), $"{ratios.Of($"with {writers} committed", $"without {writers} committed"):N2}", "", "");
        }
        foreach (var writers in OutboxBench.Writers)
        {
            var share = ratios.Of($"with {writers} consumed", $"handmade {writers} consumed");
            table.AddJudged($"messages/s end to end ÷ hand-made (o), {writers} writers",
                $"{ratios.Median($"with {writers} consumed"):N0} / {ratios.Median($"handmade {writers} consumed"):N0}", share, "≥ 0.80", share >= 0.8);
        }
        var p50 = ratios.Median("steady with p50");
        table.AddJudged($"p50 at {OutboxBench.SteadyRate}/s, ms (its ratio: the figure)", $"{Latency("steady with")}; hand-made {Latency("steady handmade")}", p50, "≤ 5.00", p50 <= 5);
        foreach (var writers in OutboxBench.Writers)
            table.Add($"publish → consume p50 / p99 ms, {writers} writers", $"{Latency($"with {writers}")}; hand-made {Latency($"handmade {writers}")}; direct {Latency($"direct {writers}")}", "", "", "");
        foreach (var writers in OutboxBench.Writers)
            table.Add($"direct confirmed publishes/s, {writers} writers", $"{ratios.Median($"direct {writers} committed"):N0}", "", "", "");
        foreach (var pending in bench.Backlogs)
        {
            foreach (var writers in OutboxBench.Writers)
            {
                var growth = ratios.Of($"with {writers} consumed", $"pending {pending} {writers} consumed");
                table.AddJudged($"time a message with {pending:N0} pending ÷ 0, {writers} writers", $"{ratios.Median($"pending {pending} {writers} consumed"):N0}/s", growth, "≤ 1.50", growth <= 1.5);
            }
            var slower = ratios.Of($"steady pending {pending} p50", "steady with p50");
            table.AddJudged($"p50 at {OutboxBench.SteadyRate}/s with {pending:N0} pending ÷ 0", Latency($"steady pending {pending}"), slower, "≤ 1.50", slower <= 1.5);
        }
        table.AddJudged("commits a consumed message (pg_stat_database)", "", commitsPerMessage, "1.00", commitsPerMessage is > 0.99 and < 1.01);
        table.Write(output);

        string Rates(string name, string floor) => $"{ratios.Median($"{name} committed"):N0} / {ratios.Median($"{floor} committed"):N0}";
        string Latency(string name) => $"{ratios.Median($"{name} p50"):N1} / {ratios.Median($"{name} p99"):N1}";
    }
}
