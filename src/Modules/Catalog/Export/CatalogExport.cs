using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Export;

/// <summary>Writes every product, whatever its status, a batch at a time: a catalog of any size needs the same memory.</summary>
internal sealed class CatalogExport(CatalogDbContext db)
{
    private const int Batch = 500;

    /// <exception cref="ArgumentException">No such format.</exception>
    public async Task<int> WriteAsync(string format, TextWriter output, CancellationToken cancellationToken)
    {
        IProductFormat products = format switch
        {
            "csv" => new CsvFormat(await ColumnsAsync(cancellationToken)),
            "json" => new JsonFormat(isLines: false),
            "jsonl" => new JsonFormat(isLines: true),
            _ => throw new ArgumentException($"{format} is none of csv, json and jsonl.", nameof(format)),
        };
        await output.WriteAsync(products.Beginning);
        var (written, position) = (0, 0L);
        while (await ReadAsync(position, cancellationToken) is { Count: > 0 } batch)
        {
            foreach (var product in batch)
                await output.WriteAsync(products.Text(product, isFirst: written++ == 0));
            position = batch[^1].Position;
        }
        await output.WriteAsync(products.End);
        return written;
    }

    private Task<List<Product>> ReadAsync(long after, CancellationToken cancellationToken) =>
        db.Products.AsNoTracking().Where(x => x.Position > after).OrderBy(x => x.Position).Take(Batch).WithVariants().ToListAsync(cancellationToken);

    /// <summary>A CSV names its columns first, so what the catalog holds is gathered once before.</summary>
    private async Task<ExtraColumns> ColumnsAsync(CancellationToken cancellationToken)
    {
        var columns = new ExtraColumns();
        await foreach (var product in db.Products.AsNoTracking().Select(x => new { x.Texts, x.Attributes }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            columns.Languages.UnionWith(product.Texts.Keys);
            columns.Attributes.UnionWith(product.Attributes.Keys);
        }
        var inOrder = db.Products.AsNoTracking().SelectMany(x => x.Variants, (product, variant) => new { product.Position, Row = variant.Position, variant.Options, variant.OtherPrices })
            .OrderBy(x => x.Position).ThenBy(x => x.Row);
        await foreach (var variant in inOrder.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            columns.AddOptions(variant.Options.Keys);
            columns.Currencies.UnionWith(variant.OtherPrices.Keys);
        }
        return columns;
    }
}
