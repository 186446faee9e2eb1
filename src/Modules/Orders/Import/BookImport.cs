using System.Text.Json;
using EcommerceBot.Orders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Import;

/// <summary>Takes customers and orders of a file into the shop, all or nothing. What is there already stays as it is: since then it has lived on here.</summary>
internal sealed class BookImport(OrdersDbContext db, IOptions<ShopOptions> shop, TimeProvider time)
{
    private const int MostFaults = 100;
    private const long LargestFile = 256 * 1024 * 1024;

    /// <returns>False when the file has faults; true when it is in the shop, or tells of no customers and orders at all.</returns>
    public async Task<bool> RunAsync(string file, string? currency, TextWriter output, CancellationToken cancellationToken)
    {
        using var document = await OpenAsync(file, cancellationToken);
        if (document is null || !BookReader.Fits(document.RootElement))
            return true;
        List<string> faults = [];
        var book = BookReader.Read(document.RootElement, currency?.ToUpperInvariant() ?? shop.Value.Currency, time.GetUtcNow(), faults);
        foreach (var fault in faults.Take(MostFaults))
            await output.WriteLineAsync($"{Path.GetFileName(file)}, {fault}");
        if (faults.Count > 0)
        {
            await output.WriteLineAsync($"{faults.Count} faults, so no customer and no order was imported.");
            return false;
        }
        var (customers, orders) = await SaveAsync(book, cancellationToken);
        await output.WriteLineAsync(
            $"{customers} customers and {orders} orders created; {book.Customers.Count - customers} customers and {book.Orders.Count - orders} orders were there already.");
        return true;
    }

    /// <summary>Null for what is no JSON: that is a catalog, or nothing for this module to judge.</summary>
    private static async Task<JsonDocument?> OpenAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            return stream.Length > LargestFile ? null : await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<(int Customers, int Orders)> SaveAsync(Book book, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var owners = (await db.Customers.Select(x => x.OwnerId).ToListAsync(cancellationToken)).ToHashSet();
        var numbers = (await db.Orders.IgnoreAutoIncludes().Select(x => x.Number).ToListAsync(cancellationToken)).ToHashSet();
        var methods = (await db.PaymentMethods.Select(x => new { x.OwnerId, x.Id }).ToListAsync(cancellationToken)).Select(x => (x.OwnerId, x.Id)).ToHashSet();
        var (customers, orders) = (book.Customers.Where(x => !owners.Contains(x.OwnerId)).ToList(), book.Orders.Where(x => !numbers.Contains(x.Number)).ToList());
        db.AddRange(customers);
        db.AddRange(book.Methods.Where(x => !methods.Contains((x.OwnerId, x.Id))));
        db.AddRange(orders);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (customers.Count, orders.Count);
    }
}
