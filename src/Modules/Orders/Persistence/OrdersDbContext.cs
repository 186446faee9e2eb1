using EcommerceBot.Orders.Abandonment;
using EcommerceBot.Orders.AfterSales;
using EcommerceBot.Orders.AfterSales.Stock;
using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Customers;
using EcommerceBot.Orders.Idempotency;
using EcommerceBot.Orders.Payments;
using EcommerceBot.Orders.Payments.Cases;
using EcommerceBot.Orders.Payments.Transfers;
using EcommerceBot.Orders.Promotions;
using EcommerceBot.Outbox.Storage;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Persistence;

/// <summary>Carts, quotes, checkouts, payments, orders and customers.</summary>
internal abstract class OrdersDbContext(DbContextOptions options) : ModuleDbContext(options, Module)
{
    public const string Module = "orders";

    public DbSet<ShoppingCart> Carts => Set<ShoppingCart>();
    public DbSet<Quote> Quotes => Set<Quote>();
    public DbSet<CheckoutState> Checkouts => Set<CheckoutState>();
    public DbSet<Payment> Payments => Set<Payment>();
    public DbSet<PaymentEvent> PaymentEvents => Set<PaymentEvent>();
    public DbSet<CartWatch> CartWatches => Set<CartWatch>();
    public DbSet<ReminderWish> ReminderWishes => Set<ReminderWish>();
    public DbSet<StockTake> StockTakes => Set<StockTake>();
    public DbSet<PaymentCase> PaymentCases => Set<PaymentCase>();
    public DbSet<TransferReference> TransferReferences => Set<TransferReference>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<Coupon> Coupons => Set<Coupon>();
    public DbSet<CouponUse> CouponUses => Set<CouponUse>();
    public DbSet<PaymentMethod> PaymentMethods => Set<PaymentMethod>();
    public DbSet<HandledCall> HandledCalls => Set<HandledCall>();

    protected override void Map(ModelBuilder model)
    {
        ShoppingTables.Map(model);
        PaymentTables.Map(model);
        CustomerTables.Map(model);
    }
}

internal sealed class SqliteOrdersDbContext(DbContextOptions<SqliteOrdersDbContext> options) : OrdersDbContext(options);

internal sealed class PostgresOrdersDbContext(DbContextOptions<PostgresOrdersDbContext> options) : OrdersDbContext(options);
