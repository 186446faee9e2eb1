using EcommerceBot.Orders.AfterSales;
using EcommerceBot.Orders.AfterSales.Stock;
using EcommerceBot.Orders.Customers;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Persistence;

/// <summary>Orders as they live on, and the customers they belong to.</summary>
internal static class CustomerTables
{
    /// <summary>Our own numbers have 12 characters; imported ones may have more.</summary>
    public const int LongestOrderNumber = 32;

    public const int LongestMethodId = PaymentTables.LongestPaymentId;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Order>(order =>
        {
            order.HasKey(x => x.Number);
            order.Property(x => x.Number).HasMaxLength(LongestOrderNumber);
            order.Property(x => x.OwnerId).HasMaxLength(100);
            order.Property(x => x.Status).HasMaxLength(20);
            order.Property(x => x.Currency).HasMaxLength(3);
            order.Property(x => x.PaymentId).HasMaxLength(PaymentTables.LongestPaymentId);
            order.Property(x => x.BuyerName).HasMaxLength(200);
            order.Property(x => x.BuyerEmail).HasMaxLength(254);
            order.Property(x => x.BuyerAddress).HasMaxLength(500);
            order.Property(x => x.CancelReason).HasMaxLength(40);
            order.Property(x => x.Lines).IsStoredLines();
            order.Property(x => x.Totals).IsJsonList();
            order.Property(x => x.ShipTo).IsJson();
            order.Property(x => x.Return).IsJson();
            order.Property(x => x.Exchange).IsJson();
            order.Property(x => x.Shipments).IsJsonList();
            order.Property(x => x.Timeline).IsJsonList();
            order.Property(x => x.Version).IsConcurrencyToken();
            order.Ignore(x => x.Moves);
            order.HasMany(x => x.Ledger).WithOne().HasForeignKey(x => x.OrderNumber);
            order.Navigation(x => x.Ledger).AutoInclude();
            order.HasIndex(x => x.CheckoutId).IsUnique();
            order.HasIndex(x => new { x.OwnerId, x.PlacedAt });
        });
        model.Entity<StockTake>(take =>
        {
            take.HasKey(x => x.Id);
            take.Property(x => x.Id).ValueGeneratedNever();
            take.Property(x => x.OrderNumber).HasMaxLength(LongestOrderNumber);
        });
        model.Entity<LedgerEntry>(entry =>
        {
            entry.ToTable("order_ledger");
            entry.HasKey(x => new { x.OrderNumber, x.Sequence });
            entry.Property(x => x.OrderNumber).HasMaxLength(LongestOrderNumber);
            entry.Property(x => x.Sequence).ValueGeneratedNever();
            entry.Property(x => x.Kind).HasMaxLength(10);
            entry.Property(x => x.MethodId).HasMaxLength(LongestMethodId);
            entry.HasIndex(x => x.At);
        });
        model.Entity<Customer>(customer =>
        {
            customer.HasKey(x => x.OwnerId);
            customer.Property(x => x.OwnerId).HasMaxLength(100);
            customer.Property(x => x.Name).HasMaxLength(200);
            customer.Property(x => x.Email).HasMaxLength(254);
            customer.Property(x => x.Address).HasMaxLength(500);
            customer.Property(x => x.PostalAddress).IsJson();
            // Lower case may have more characters than what it comes from.
            customer.Property(x => x.NameKey).HasMaxLength(400);
            customer.Property(x => x.EmailKey).HasMaxLength(508);
            customer.Property(x => x.PostalKey).HasMaxLength(40);
            customer.Property(x => x.Version).IsConcurrencyToken();
            customer.HasIndex(x => x.EmailKey);
            customer.HasIndex(x => new { x.NameKey, x.PostalKey });
        });
        model.Entity<PaymentMethod>(method =>
        {
            method.ToTable("payment_methods");
            method.HasKey(x => new { x.OwnerId, x.Id });
            method.Property(x => x.OwnerId).HasMaxLength(100);
            method.Property(x => x.Id).HasMaxLength(LongestMethodId);
            method.Property(x => x.Kind).HasMaxLength(20);
            method.Property(x => x.Brand).HasMaxLength(40);
            method.Property(x => x.LastFour).HasMaxLength(4);
            method.Property(x => x.Currency).HasMaxLength(3);
            method.Property(x => x.Version).IsConcurrencyToken();
        });
    }
}
