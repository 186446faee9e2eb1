using EcommerceBot.Host.Bus;
using EcommerceBot.Host.Starting;
using EcommerceBot.Host.Watching;
using EcommerceBot.Outbox;
using MassTransit;

namespace EcommerceBot.Host;

/// <summary>The bus and its transport: RabbitMQ where a connection string names one, else the process's own memory.</summary>
internal static class Messaging
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);

    public static void AddMessaging(this IHostApplicationBuilder builder)
    {
        var options = builder.AddMessagingOptions();
        var policy = new FailurePolicy(builder.AddRetryOptions());
        builder.Services.AddHostedService<DeclaringTurn>();
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetEndpointNameFormatter(ModuleEndpointNames.Instance);
            bus.SetDefaultRequestTimeout(RequestTimeout);
            bus.AddModuleConsumers();
            bus.AddOutbox();
            bus.AddConfigureEndpointsCallback(policy.Configure);
            if (builder.Configuration.GetConnectionString("RabbitMq") is { Length: > 0 } broker)
                bus.UseRabbitMq(new Uri(broker), options, consumes: HostRoles.Read(builder.Configuration).Worker);
            else
                bus.UseMemory(options);
        });
        builder.Services.AddOptions<MassTransitHostOptions>().Configure(host =>
        {
            host.WaitUntilStarted = true;
            host.StopTimeout = options.StopTimeout;
            host.ConsumerStopTimeout = options.StopTimeout * 0.75;
        });
    }

    /// <summary>Read at once, because the transport is configured before the container that validates the options exists.</summary>
    private static MessagingOptions AddMessagingOptions(this IHostApplicationBuilder builder)
    {
        var options = new MessagingOptions();
        Bind(options);
        builder.Services.AddOptions<MessagingOptions>().Configure(Bind).ValidateDataAnnotations()
            .Validate(checkedOptions => checkedOptions.Lanes.Values.All(limit => limit is >= 1 and <= 256), "Messaging:Lanes: each limit must be between 1 and 256.")
            .ValidateOnStart();
        return options;

        void Bind(MessagingOptions bound)
        {
            builder.Configuration.GetSection(MessagingOptions.SectionName).Bind(bound);
            bound.Workers = builder.Configuration.GetValue("WORKERS", bound.Workers);
        }
    }

    private static RetryOptions AddRetryOptions(this IHostApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(RetryOptions.SectionName);
        builder.Services.AddOptions<RetryOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        return section.Get<RetryOptions>() ?? new RetryOptions();
    }

    /// <summary>What this transport has accepted dies with the process; the embedded relay sends it again.</summary>
    private static void UseMemory(this IBusRegistrationConfigurator bus, MessagingOptions options)
    {
        bus.AddConfigureEndpointsCallback((context, queue, endpoint) =>
        {
            if (!FailurePolicy.AnswersRequests(context, queue))
                endpoint.KeepFailedMessages(context);
            endpoint.ConcurrentMessageLimit = options.LimitOf(queue);
        });
        bus.UsingInMemory((context, transport) =>
        {
            transport.UseFilter(new CorrelatedLogs());
            transport.UseOutboxScheduler(context);
            transport.ConfigureEndpoints(context);
        });
    }
}
