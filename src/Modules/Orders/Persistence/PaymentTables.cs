using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Payments;
using EcommerceBot.Orders.Payments.Cases;
using EcommerceBot.Orders.Payments.Transfers;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Persistence;

/// <summary>The saga and the money.</summary>
internal static class PaymentTables
{
    /// <summary>Room for any provider's id; the sandbox's have 22 characters.</summary>
    public const int LongestPaymentId = 255;

    private const int LongestUrl = 2000;

    public static void Map(ModelBuilder model)
    {
        model.Entity<CheckoutState>(checkout =>
        {
            checkout.HasKey(x => x.CorrelationId);
            checkout.Property(x => x.CorrelationId).ValueGeneratedNever();
            checkout.Property(x => x.CurrentState).HasMaxLength(40);
            checkout.Property(x => x.OwnerId).HasMaxLength(100);
            checkout.Property(x => x.Currency).HasMaxLength(3);
            checkout.Property(x => x.PaymentUrl).HasMaxLength(LongestUrl);
            checkout.Property(x => x.PaymentId).HasMaxLength(LongestPaymentId);
            checkout.Property(x => x.OrderNumber).HasMaxLength(16);
            checkout.Property(x => x.FailureCode).HasMaxLength(20);
            checkout.Property(x => x.Method).HasMaxLength(20).HasDefaultValue(PayingBy.Online);
            checkout.Property(x => x.Version).IsConcurrencyToken();
            checkout.Property(x => x.Lines).IsStoredLines();
        });
        model.Entity<Payment>(payment =>
        {
            payment.HasKey(x => x.Id);
            payment.Property(x => x.Id).HasMaxLength(40);
            payment.Property(x => x.Currency).HasMaxLength(3);
            payment.Property(x => x.Url).HasMaxLength(LongestUrl);
            payment.Property(x => x.Status).HasConversion<string>().HasMaxLength(20);
            payment.Property(x => x.Version).IsConcurrencyToken();
            payment.Property(x => x.Reference).HasMaxLength(LongestPaymentId);
            payment.Property(x => x.Method).HasMaxLength(20).HasDefaultValue(PayingBy.Online);
            payment.HasIndex(x => x.CheckoutId).IsUnique();
            payment.HasIndex(x => x.Reference);
        });
        model.Entity<PaymentEvent>(report =>
        {
            report.HasKey(x => new { x.Provider, x.EventId });
            report.Property(x => x.Provider).HasMaxLength(20);
            // Some are made of the payment's id and a word.
            report.Property(x => x.EventId).HasMaxLength(LongestPaymentId + 45);
            report.Property(x => x.PaymentId).HasMaxLength(LongestPaymentId);
            report.Property(x => x.Kind).HasMaxLength(20);
            report.HasIndex(x => x.PaymentId);
        });
        model.Entity<PaymentCase>(found =>
        {
            found.HasKey(x => x.Id);
            found.Property(x => x.Id).ValueGeneratedNever();
            found.Property(x => x.Kind).HasMaxLength(20);
            found.Property(x => x.PaymentId).HasMaxLength(LongestPaymentId);
            found.Property(x => x.Currency).HasMaxLength(3);
            found.Property(x => x.RefundId).HasMaxLength(40);
            found.Property(x => x.Version).IsConcurrencyToken();
            found.HasIndex(x => x.SettledAt);
        });
        model.Entity<TransferReference>(transfer =>
        {
            transfer.HasKey(x => x.Reference);
            transfer.Property(x => x.Reference).HasMaxLength(20);
        });
    }
}
