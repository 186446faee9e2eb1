using System.Net;
using EcommerceBot.Conversations.Outbound;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace EcommerceBot.Conversations.Channels.WhatsApp;

/// <summary>The channel's services. Its webhook always stands, and answers 404 while the channel is off.</summary>
internal static class WhatsAppRegistration
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BreakTime = TimeSpan.FromSeconds(5);

    public static void AddWhatsApp(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(WhatsAppOptions.SectionName);
        services.AddSingleton<IValidateOptions<WhatsAppOptions>, WhatsAppIsWhole>();
        services.AddOptions<WhatsAppOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WhatsAppWebhook>();
        // Bounded in time and cut off while the other side is down, but never repeated in here: whether to send again is the ledger's decision.
        services.AddHttpClient(nameof(CloudApi)).AddResilienceHandler(WebhookReader.Channel, pipeline => pipeline
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                MinimumThroughput = 20,
                BreakDuration = BreakTime,
                ShouldHandle = arguments => ValueTask.FromResult(IsOutage(arguments.Outcome)),
            })
            .AddTimeout(AnswerTime));
        services.AddSingleton<CloudApi>().AddSingleton<OperatorAlarm>();
        if ((section.Get<WhatsAppOptions>() ?? new()).IsOn)
            services.AddSingleton<IChannel, WhatsAppChannel>();
    }

    /// <summary>Refusals by code are answers: one number's rate limit must not silence the rest.</summary>
    private static bool IsOutage(Outcome<HttpResponseMessage> outcome) =>
        outcome is { Exception: not null and not OperationCanceledException }
            or { Result.StatusCode: HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout };
}
