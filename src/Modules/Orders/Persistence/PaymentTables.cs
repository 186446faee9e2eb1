using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Payments;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Persistence;

/// <summary>The saga and the money.</summary>
internal static class PaymentTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CheckoutState>(checkout =>
        {
            checkout.HasKey(x => x.CorrelationId);
            checkout.Property(x => x.CorrelationId).ValueGeneratedNever();
            checkout.Property(x => x.CurrentState).HasMaxLength(40);
            checkout.Property(x => x.OwnerId).HasMaxLength(100);
            checkout.Property(x => x.Version).IsConcurrencyToken();
            checkout.Property(x => x.Lines).IsStoredLines();
        });
        model.Entity<Payment>(payment =>
        {
            payment.HasKey(x => x.Id);
            payment.Property(x => x.Id).HasMaxLength(40);
            payment.Property(x => x.Status).HasConversion<string>().HasMaxLength(20);
            payment.Property(x => x.Version).IsConcurrencyToken();
            payment.HasIndex(x => x.CheckoutId).IsUnique();
        });
        model.Entity<PaymentEvent>(report =>
        {
            report.HasKey(x => new { x.Provider, x.EventId });
            report.Property(x => x.Provider).HasMaxLength(20);
            report.Property(x => x.EventId).HasMaxLength(120);
            report.Property(x => x.Kind).HasMaxLength(20);
            report.HasIndex(x => x.PaymentId);
        });
    }
}
