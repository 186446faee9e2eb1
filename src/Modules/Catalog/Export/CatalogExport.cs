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
            "csv" => new CsvFormat(await OptionNamesAsync(cancellationToken)),
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

    /// <summary>A CSV names its columns first, so the options are gathered once before.</summary>
    private async Task<IReadOnlyList<string>> OptionNamesAsync(CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var inOrder = db.Products.AsNoTracking().SelectMany(x => x.Variants, (product, variant) => new { product.Position, Row = variant.Position, variant.Options })
            .OrderBy(x => x.Position).ThenBy(x => x.Row).Select(x => x.Options);
        await foreach (var options in inOrder.AsAsyncEnumerable().WithCancellation(cancellationToken))
            names.AddRange(options.Keys.Where(name => !names.Contains(name)));
        return names;
    }
}
