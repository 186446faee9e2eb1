using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Stripe;

namespace EcommerceBot.Orders.Payments.Stripe;

/// <summary>Whoever takes the money, as configured.</summary>
internal static class StripeRegistration
{
    public static void AddPaymentProvider(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Sandbox.SandboxDesk>().AddSingleton<StripeDesk>();
        if (configuration[$"{PaymentOptions.SectionName}:{nameof(PaymentOptions.Provider)}"] != PaymentOptions.Stripe)
        {
            services.AddSingleton<IPaymentProvider, Sandbox.SandboxProvider>();
            return;
        }
        services.AddOptions<StripeOptions>().Bind(configuration.GetSection(StripeOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        // Every call bears an idempotency key, so repeating one on a time-out or a 5xx is safe; the circuit opens when Stripe is down.
        services.AddHttpClient(StripeProvider.ProviderName).SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .AddStandardResilienceHandler();
        services.AddSingleton(Client).AddSingleton<IPaymentProvider, StripeProvider>();
        services.AddSingleton<StripeCatchUp>().AddHostedService(provider => provider.GetRequiredService<StripeCatchUp>());
    }

    private static StripeClient Client(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<StripeOptions>>().Value;
        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(StripeProvider.ProviderName);
        return new StripeClient(options.SecretKey, httpClient: new SystemNetHttpClient(http, maxNetworkRetries: 0, enableTelemetry: false), apiBase: options.ApiBaseUrl.TrimEnd('/'));
    }
}
