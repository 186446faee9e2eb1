using EcommerceBot.Orders.Abandonment;
using EcommerceBot.Orders.AfterSales;
using EcommerceBot.Orders.AfterSales.Admin;
using EcommerceBot.Orders.AfterSales.Stock;
using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Customers;
using EcommerceBot.Orders.Figures;
using EcommerceBot.Orders.Import;
using EcommerceBot.Orders.Payments;
using EcommerceBot.Orders.Payments.Cases;
using EcommerceBot.Orders.Payments.Sandbox;
using EcommerceBot.Orders.Payments.Stripe;
using EcommerceBot.Orders.Payments.Transfers;
using EcommerceBot.Orders.Persistence;
using EcommerceBot.Orders.Pricing;
using EcommerceBot.Orders.Promotions;
using EcommerceBot.Orders.Shipping;
using EcommerceBot.Outbox;
using EcommerceBot.Outbox.Storage;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Orders;

/// <summary>How the shop sells: carts, checkout, payment, orders.</summary>
public static class OrdersModule
{
    /// <summary>Store and services.</summary>
    public static IServiceCollection AddOrders(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ShopOptions>().Bind(configuration.GetSection(ShopOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CheckoutOptions>().Bind(configuration.GetSection(CheckoutOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PaymentOptions>().Bind(configuration.GetSection(PaymentOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<TaxOptions>().Bind(configuration.GetSection(TaxOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ShippingOptions>().Bind(configuration.GetSection(ShippingOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddModuleDbContext<OrdersDbContext, SqliteOrdersDbContext, PostgresOrdersDbContext>(OrdersDbContext.Module);

        services.AddScoped<CartChange>().AddScoped<Quoting>().AddScoped<TermsDesk>().AddScoped<CheckoutQuery>().AddScoped<CustomerBook>().AddScoped<PlaceOrder>();
        services.AddOptions<AbandonmentOptions>().Bind(configuration.GetSection(AbandonmentOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<JudgeIdleness>();
        services.AddSingleton<CaseDesk>().AddScoped<PageOpening>().AddScoped<ParkPayment>();
        services.AddScoped<OrderChange>().AddScoped<BookImport>();
        services.AddMetrics().AddSingleton<CartMeter>().AddHostedService<OrderFigures>();
        services.AddPaymentProvider(configuration);
        return services;
    }

    /// <summary>Every consumer and saga by name.</summary>
    public static void AddOrdersConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddQueryConsumer<GetCartConsumer>();
        bus.AddQueryConsumer<GetCheckoutConsumer>();
        bus.AddQueryConsumer<GetOrderConsumer>();
        bus.AddQueryConsumer<ListOrdersConsumer>();
        bus.AddQueryConsumer<FindCustomerConsumer>();
        bus.AddQueryConsumer<GetCustomerConsumer>();

        bus.AddWorkerConsumer<CreateCartConsumer>();
        bus.AddWorkerConsumer<AddToCartConsumer>();
        bus.AddWorkerConsumer<SetCartQuantityConsumer>();
        bus.AddWorkerConsumer<ReplaceCartConsumer>();
        bus.AddWorkerConsumer<SetCartNoteConsumer>();
        bus.AddWorkerConsumer<MergeCartConsumer>();
        bus.AddWorkerConsumer<CreateCheckoutConsumer>();
        bus.AddWorkerConsumer<OpenPaymentPageConsumer>();
        bus.AddWorkerConsumer<RefundPaymentConsumer>();

        bus.AddWorkerConsumer<CancelOrderConsumer>();
        bus.AddWorkerConsumer<UpdateOrderAddressConsumer>();
        bus.AddWorkerConsumer<UpdateOrderItemsConsumer>();
        bus.AddWorkerConsumer<UpdateOrderPaymentConsumer>();
        bus.AddWorkerConsumer<ReturnOrderItemsConsumer>();
        bus.AddWorkerConsumer<ExchangeOrderItemsConsumer>();
        bus.AddWorkerConsumer<UpdateCustomerAddressConsumer>();
        bus.AddWorkerConsumer<ShipOrderConsumer>();
        bus.AddWorkerConsumer<DeliverOrderConsumer>();
        bus.AddWorkerConsumer<RefundOrderConsumer>();
        bus.AddWorkerConsumer<ConfirmCashConsumer>();
        bus.AddWorkerConsumer<AdvanceOrderConsumer>();
        bus.AddWorkerConsumer<CompleteExchangeConsumer>();
        bus.AddWorkerConsumer<AddOrderNoteConsumer>();
        bus.AddWorkerConsumer<ClosePaymentPageConsumer>();

        bus.AddTransactionalConsumer<CompleteCheckoutConsumer, OrdersDbContext>();
        bus.AddTransactionalConsumer<CancelCheckoutConsumer, OrdersDbContext>();
        bus.AddTransactionalConsumer<ChoosePaymentMethodConsumer, OrdersDbContext>();
        bus.AddTransactionalConsumer<ConfirmTransferConsumer, OrdersDbContext>();
        bus.AddTransactionalConsumer<SettlePaymentCaseConsumer, OrdersDbContext>();
        bus.AddTransactionalConsumer<SetRemindersConsumer, OrdersDbContext>();
        bus.AddTransactionalConsumer<EraseCustomerConsumer, OrdersDbContext>();
        bus.AddTransactionalConsumer<SaveCouponConsumer, OrdersDbContext>();
        bus.AddTransactionalConsumer<ReopenCartConsumer, OrdersDbContext>();
        bus.AddTransactionalConsumer<CloseCartConsumer, OrdersDbContext>();
        bus.AddTransactionalConsumer<ReturnCouponsConsumer, OrdersDbContext>();
        bus.AddTransactionalConsumer<UseCouponsConsumer, OrdersDbContext>();
        bus.AddTransactionalConsumer<SettleRefundConsumer, OrdersDbContext>();
        bus.AddTransactionalConsumer<TakeStockConsumer, OrdersDbContext>();
        bus.AddTransactionalSaga<CartWatchStateMachine, CartWatch, OrdersDbContext>();
        bus.AddTransactionalSaga<CheckoutStateMachine, CheckoutState, OrdersDbContext>();
    }

    /// <summary>The sandbox payment page under <c>/pay</c>, Stripe's webhook, and <c>/api/orders</c> for the shop's own people.</summary>
    public static void MapOrders(this IEndpointRouteBuilder app)
    {
        app.MapSandboxPage();
        app.MapTransferPage();
        app.MapStripeWebhook();
        app.MapOrdersApi();
    }

    /// <summary>Takes the customers and orders of a JSON file into the shop, all of them or none, and says on <paramref name="output"/> what was done or what is wrong where. A file that tells of neither is passed over.</summary>
    /// <param name="services">The running container; neither bus nor relay need be started.</param>
    /// <param name="file">Recognised by its shape: an object with <c>users</c> and <c>orders</c>.</param>
    /// <param name="currency">ISO 4217 code of its amounts; null for the shop's.</param>
    /// <param name="output">Takes one sentence a line.</param>
    /// <param name="cancellationToken">Stops and undoes the import.</param>
    /// <returns>False when the file had faults.</returns>
    public static async Task<bool> ImportCustomersAsync(this IServiceProvider services, string file, string? currency, TextWriter output, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BookImport>().RunAsync(file, currency, output, cancellationToken);
    }
}
