using EcommerceBot.Orders.AfterSales;
using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Customers;
using EcommerceBot.Orders.Payments;
using EcommerceBot.Orders.Payments.Sandbox;
using EcommerceBot.Orders.Persistence;
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
        services.AddModuleDbContext<OrdersDbContext, SqliteOrdersDbContext, PostgresOrdersDbContext>(OrdersDbContext.Module);

        services.AddScoped<CartChange>().AddScoped<Quoting>().AddScoped<CheckoutQuery>().AddScoped<CustomerBook>().AddScoped<PlaceOrder>();
        services.AddSingleton<IPaymentProvider, SandboxProvider>().AddScoped<SandboxDesk>();
        return services;
    }

    /// <summary>Every consumer and saga by name.</summary>
    public static void AddOrdersConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddQueryConsumer<GetCartConsumer>();
        bus.AddQueryConsumer<GetCheckoutConsumer>();
        bus.AddQueryConsumer<GetOrderConsumer>();
        bus.AddQueryConsumer<ListOrdersConsumer>();

        bus.AddWorkerConsumer<CreateCartConsumer>();
        bus.AddWorkerConsumer<AddToCartConsumer>();
        bus.AddWorkerConsumer<SetCartQuantityConsumer>();
        bus.AddWorkerConsumer<ReplaceCartConsumer>();
        bus.AddWorkerConsumer<CreateCheckoutConsumer>();
        bus.AddWorkerConsumer<OpenPaymentPageConsumer>();
        bus.AddWorkerConsumer<RefundPaymentConsumer>();

        bus.AddTransactionalConsumer<CompleteCheckoutConsumer, OrdersDbContext>();
        bus.AddTransactionalConsumer<CancelCheckoutConsumer, OrdersDbContext>();
        bus.AddTransactionalSaga<CheckoutStateMachine, CheckoutState, OrdersDbContext>();
    }

    /// <summary>The sandbox payment page under <c>/pay</c>.</summary>
    public static void MapOrders(this IEndpointRouteBuilder app) => app.MapSandboxPage();
}
