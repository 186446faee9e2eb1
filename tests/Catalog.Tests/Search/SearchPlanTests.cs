using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EcommerceBot.Catalog.Search;
using EcommerceBot.Catalog.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EcommerceBot.Catalog.Tests.Search;

/// <summary>What PostgreSQL makes of the search's statements once a shop has ten thousand products: indexes, and no walk over a table.</summary>
public sealed partial class SearchPlanTests(PostgresFixture postgres)
{
    [Fact]
    public async Task TenThousandProducts_EveryQuestionIsAnsweredFromAnIndex()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        Assert.Empty((await shop.ImportAsync(ManyProducts.Json(10_000))).Faults);
        var sql = new PostgresSearchSql();
        var (kind, brand) = (sql.Word("lantern"), sql.Word("borbodor"));
        await ExecuteAsync(shop, "ANALYZE");

        await AssertPlanAsync(shop, sql.Matching, "ix_search_documents_document", sql.All([kind, brand]), DBNull.Value, DBNull.Value, "EUR", sql.All([kind, brand]));
        await AssertPlanAsync(shop, sql.MatchingPriced, "ix_search_documents_document", sql.All([kind, brand]), 1000, 2000, "EUR", kind);
        await AssertPlanAsync(shop, sql.Finds, "ix_search_documents_document", sql.Word("xyz"));
        await AssertPlanAsync(shop, sql.Popular.Page, "ix_sales_sold_position");
        // As many words as a shop of several languages has; a few hundred are read faster than any index.
        await ExecuteAsync(shop, "INSERT INTO catalog.search_words SELECT translate(left(md5(n::text), 9), '0123456789', 'ghijklmnop'), 1 FROM generate_series(1, 20000) n ON CONFLICT DO NOTHING");
        await ExecuteAsync(shop, "ANALYZE catalog.search_words");
        await AssertPlanAsync(shop, sql.Nearest, "ix_search_words_word", JsonSerializer.Serialize(Array.Empty<string>()), 5, 9, "lantenr");
    }

    private static async Task AssertPlanAsync(Shop shop, string statement, string index, params object[] arguments)
    {
        var plan = string.Join('\n', await ExecuteAsync(shop, $"EXPLAIN (ANALYZE, COSTS OFF) {statement}", arguments));
        TestContext.Current.SendDiagnosticMessage($"{statement}\n{plan}");
        Assert.Contains(index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on search_", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on products", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on variants", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on stock", plan, StringComparison.Ordinal);
    }

    /// <summary>Arguments in the places of <see cref="SearchStatement"/>; the rest is that of an ordinary first page.</summary>
    private static async Task<List<string>> ExecuteAsync(Shop shop, string statement, params object[] arguments)
    {
        object[] all = [.. arguments, .. new object[] { "", DBNull.Value, DBNull.Value, "EUR", 10, 0 }.Skip(arguments.Length)];
        await using var command = shop.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            Parameter().Replace(statement, match => $"@p{match.Groups[1].Value}").Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal));
        foreach (Match used in Parameter().Matches(statement))
        {
            var number = int.Parse(used.Groups[1].Value, CultureInfo.InvariantCulture);
            if (!command.Parameters.Contains($"p{number}"))
                command.Parameters.AddWithValue($"p{number}", all[number]);
        }
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            lines.Add(reader.GetValue(0).ToString()!);
        return lines;
    }

    [GeneratedRegex(@"(?<!\{)\{(\d)\}(?!\})")]
    private static partial Regex Parameter();
}
