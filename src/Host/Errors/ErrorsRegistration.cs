using EcommerceBot.Host.Errors.Broker;
using EcommerceBot.Outbox.Consumers;
using EcommerceBot.Outbox.Failures;

namespace EcommerceBot.Host.Errors;

/// <summary>Puts the desk in front of the store the transport leaves its failures in.</summary>
internal static class ErrorsRegistration
{
    /// <summary>After AddStorage, whose rows it replaces where a broker is configured.</summary>
    public static void AddErrors(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration.GetConnectionString("RabbitMq") is { Length: > 0 } broker)
            builder.Services.AddSingleton<IDeadLetters>(services =>
                new BrokerDeadLetters(new BrokerAddress(new Uri(broker)), BrokerPlace.QueuesOf(services.GetServices<ConsumerDeclaration>())));
    }
}
