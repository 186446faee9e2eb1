using EcommerceBot.Orders.Abandonment;
using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Idempotency;
using EcommerceBot.Orders.Promotions;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Persistence;

/// <summary>From the cart to the quote.</summary>
internal static class ShoppingTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ShoppingCart>(cart =>
        {
            cart.HasKey(x => x.Id);
            cart.Property(x => x.Id).HasMaxLength(40);
            cart.Property(x => x.OwnerId).HasMaxLength(100);
            cart.Property(x => x.Currency).HasMaxLength(3);
            cart.Property(x => x.Version).IsConcurrencyToken();
            cart.Property(x => x.Lines).IsStoredLines();
            cart.Property(x => x.Note).HasMaxLength(500);
            // Being left alone is no change of the cart, but one that is made at that moment has to know of it.
            cart.Property(x => x.AbandonedAt).IsConcurrencyToken();
            cart.Ignore(x => x.ChangedAt);
            cart.HasIndex(x => x.OwnerId);
            cart.HasIndex(x => x.ExpiresAt);
        });
        model.Entity<Quote>(quote =>
        {
            quote.HasKey(x => x.CheckoutId);
            quote.Property(x => x.CheckoutId).ValueGeneratedNever();
            quote.Property(x => x.CartId).HasMaxLength(40);
            quote.Property(x => x.OwnerId).HasMaxLength(100);
            quote.Property(x => x.Currency).HasMaxLength(3);
            quote.Property(x => x.Note).HasMaxLength(500);
            quote.Property(x => x.Confirmation).HasMaxLength(64);
            quote.Property(x => x.BuyerName).HasMaxLength(200);
            quote.Property(x => x.BuyerEmail).HasMaxLength(254);
            quote.Property(x => x.BuyerAddress).HasMaxLength(500);
            quote.Property(x => x.Version).IsConcurrencyToken();
            quote.Property(x => x.Lines).IsStoredLines();
            quote.Property(x => x.Totals).IsJsonList();
            quote.Property(x => x.Coupons).IsJsonList();
            quote.Property(x => x.CouponCodes).IsJsonList();
            quote.Property(x => x.ShippingChoices).IsJsonList();
            quote.Property(x => x.ShippingMethodId).HasMaxLength(40);
            quote.Property(x => x.ShipTo).IsJson();
            quote.HasIndex(x => x.OwnerId);
        });
        model.Entity<Coupon>(coupon =>
        {
            coupon.HasKey(x => x.Code);
            coupon.Property(x => x.Code).HasMaxLength(40);
            coupon.Property(x => x.Kind).HasConversion<string>().HasMaxLength(20);
            coupon.Property(x => x.Currency).HasMaxLength(3);
            coupon.Property(x => x.ProductIds).IsJsonList();
            coupon.Property(x => x.Categories).IsJsonList();
            coupon.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<CouponUse>(use =>
        {
            use.HasKey(x => new { x.CheckoutId, x.Code });
            use.Property(x => x.Code).HasMaxLength(40);
            use.Property(x => x.OwnerId).HasMaxLength(100);
            use.HasIndex(x => new { x.Code, x.OwnerId });
        });
        model.Entity<CartWatch>(watch =>
        {
            watch.HasKey(x => x.CorrelationId);
            watch.Property(x => x.CorrelationId).ValueGeneratedNever();
            watch.Property(x => x.CurrentState).HasMaxLength(40);
            watch.Property(x => x.CartId).HasMaxLength(40);
            watch.Property(x => x.OwnerId).HasMaxLength(100);
            watch.Property(x => x.Version).IsConcurrencyToken();
            watch.Ignore(x => x.Verdict).Ignore(x => x.NextLook);
            watch.HasIndex(x => x.StartedAt);
        });
        model.Entity<ReminderWish>(wish =>
        {
            wish.HasKey(x => x.OwnerId);
            wish.Property(x => x.OwnerId).HasMaxLength(100);
            wish.Property(x => x.At).IsConcurrencyToken();
        });
        model.Entity<HandledCall>(call =>
        {
            call.HasKey(x => new { x.OwnerId, x.Key });
            call.Property(x => x.OwnerId).HasMaxLength(100);
            call.Property(x => x.Key).HasMaxLength(200);
            call.Property(x => x.OutcomeType).HasMaxLength(60);
            call.Ignore(x => x.WasForSomethingElse);
        });
    }
}
