using System.Diagnostics;
using EcommerceBot.Catalog.Tests.Sample;

namespace EcommerceBot.Catalog.Tests.Search;

public sealed class SearchSpeedTests
{
    private static readonly string[] Questions =
        ["hiking boots", "keyboard", "I am looking for a red jacket", "mecanical keybord", "bordor lantern", "helmt", "", "backpack bottle tent", "xyzzyplugh", "borde"];

    /// <summary>A search over everything in memory would take ten times as long on ten times the catalog.</summary>
    [Theory]
    [InlineData(700)]
    [InlineData(10_000)]
    public async Task Search_StaysQuickHoweverLargeTheCatalog(int products)
    {
        await using var shop = await Shop.OpenAsync();
        var importing = Stopwatch.StartNew();
        Assert.Empty((await shop.ImportAsync(ManyProducts.Json(products))).Faults);
        importing.Stop();
        var times = new List<double>();
        for (var round = 0; round < 20; round++)
        {
            foreach (var question in Questions)
            {
                var started = Stopwatch.GetTimestamp();
                await shop.SearchAsync(question);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }
        var warm = times.Skip(Questions.Length).Order().ToList();
        TestContext.Current.SendDiagnosticMessage($"{products} products: import {importing.Elapsed.TotalSeconds:0.0} s; search p50 {warm[warm.Count / 2]:0.0} ms, p99 {warm[warm.Count * 99 / 100]:0.0} ms");
        foreach (var (question, index) in Questions.Select((question, index) => (question, index)))
            TestContext.Current.SendDiagnosticMessage($"  {question}: {times.Where((_, at) => at % Questions.Length == index).Skip(1).Order().ElementAt(9):0.0} ms");
        Assert.InRange(warm[warm.Count / 2], 0, 100);
    }
}
