using EcommerceBot.Catalog.Import.Checking;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Search;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace EcommerceBot.Catalog.Import.Saving.Copy;

/// <summary>Copies entries into the transaction's own tables, with the words under which they would be found.</summary>
internal sealed class StagingTables(CatalogDbContext db)
{
    private int _copied;

    public async Task CopyAsync(IReadOnlyList<CatalogEntry> entries, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using (var products = await connection.BeginBinaryImportAsync(MergeSql.CopyProducts, cancellationToken))
        {
            foreach (var entry in entries)
                await WriteAsync(products, entry, _copied++, cancellationToken);
            await products.CompleteAsync(cancellationToken);
        }
        await using var variants = await connection.BeginBinaryImportAsync(MergeSql.CopyVariants, cancellationToken);
        foreach (var entry in entries)
            for (var position = 0; position < entry.Variants.Count; position++)
                await WriteAsync(variants, entry.Id, position, entry.Variants[position], cancellationToken);
        await variants.CompleteAsync(cancellationToken);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter row, CatalogEntry entry, int number, CancellationToken cancellationToken)
    {
        var document = SearchDocument.Of(
            0, entry.Title, entry.Brand, entry.Category, entry.Description, entry.Extras.Texts?.Values ?? [], entry.Variants.Select(variant => (variant.Sku, variant.Options)),
            [.. entry.Tags ?? [], .. entry.Extras.Attributes?.Keys ?? [], .. entry.Extras.Attributes?.Values ?? []]);
        IReadOnlyList<ProductPicture> media = entry.ImageUrl is null ? [] : [new ProductPicture(entry.ImageUrl, null)];
        await row.StartRowAsync(cancellationToken);
        await row.WriteAsync(number, cancellationToken);
        foreach (var text in (string?[])
        [
            entry.Id, entry.Title, entry.Description, entry.Brand, entry.Category, entry.ImageUrl, JsonColumns.Write(media), entry.Status?.ToString(),
            Json(entry.Tags), Json(entry.Extras.Texts), Json(entry.Extras.Attributes), Slug.Of(entry.Id, entry.Title),
            document.Title, document.Brand, document.Category, document.Options, document.Description,
        ])
            await WriteAsync(row, text, cancellationToken);
        await row.WriteAsync(document.KnownWords().ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter row, string product, int position, VariantEntry variant, CancellationToken cancellationToken)
    {
        await row.StartRowAsync(cancellationToken);
        await row.WriteAsync(variant.Line, cancellationToken);
        await row.WriteAsync(position, cancellationToken);
        foreach (var text in (string?[])[product, variant.Sku, JsonColumns.Write(variant.Options), variant.Currency, variant.Facts.Barcode, variant.Facts.TaxClass, Json(variant.OtherPrices)])
            await WriteAsync(row, text, cancellationToken);
        await row.WriteAsync(variant.Price, cancellationToken);
        await WriteAsync(row, variant.Facts.CompareAtPrice, cancellationToken);
        await WriteAsync(row, variant.Facts.WeightGrams, cancellationToken);
        await WriteAsync(row, variant.Stock, cancellationToken);
    }

    private static string? Json<T>(T? value) where T : class => value is null ? null : JsonColumns.Write(value);

    private static Task WriteAsync(NpgsqlBinaryImporter row, string? text, CancellationToken cancellationToken) =>
        text is null ? row.WriteNullAsync(cancellationToken) : row.WriteAsync(text, NpgsqlDbType.Text, cancellationToken);

    private static Task WriteAsync<T>(NpgsqlBinaryImporter row, T? number, CancellationToken cancellationToken) where T : struct =>
        number is { } value ? row.WriteAsync(value, cancellationToken) : row.WriteNullAsync(cancellationToken);
}
