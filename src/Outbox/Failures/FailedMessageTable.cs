using EcommerceBot.Outbox.Failures;
using MassTransit;
using MassTransit.Configuration;
using MassTransit.Middleware;
using Microsoft.Extensions.DependencyInjection;

#pragma warning disable IDE0130 // In the root namespace: the Host calls it.
namespace EcommerceBot.Outbox;
#pragma warning restore IDE0130

/// <summary>The dead letter of the in-memory transport: its own error queues die with the process, a row does not.</summary>
public static class FailedMessageTable
{
    /// <summary>
    /// On a receive endpoint: what exhausted its retries is stored in <c>messaging_failed_messages</c> (<c>messaging.failed_messages</c> on PostgreSQL) and its
    /// fault is published. A request is not stored: its asker gets the fault, and has stopped waiting by the time anybody could replay it.
    /// </summary>
    public static void KeepFailedMessages(this IReceiveEndpointConfigurator endpoint, IRegistrationContext context) =>
        endpoint.ConfigureError(error =>
        {
            error.UseFilter(new GenerateFaultFilter());
            error.UseFilter(ActivatorUtilities.CreateInstance<StoreFailedFilter>(context));
        });
}
