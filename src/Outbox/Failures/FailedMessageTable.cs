using EcommerceBot.Outbox.Tables;
using MassTransit;
using MassTransit.Configuration;
using MassTransit.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

#pragma warning disable IDE0130 // In the root namespace: the Host calls it.
namespace EcommerceBot.Outbox;
#pragma warning restore IDE0130

/// <summary>The dead letter of the in-memory transport: its own error queues die with the process, a row does not.</summary>
public static partial class FailedMessageTable
{
    /// <summary>On a receive endpoint: what exhausted its retries is stored in <c>messaging.failed</c> and its fault is published.</summary>
    public static void KeepFailedMessages(this IReceiveEndpointConfigurator endpoint, IRegistrationContext context) =>
        endpoint.ConfigureError(error =>
        {
            error.UseFilter(new GenerateFaultFilter());
            error.UseFilter(new StoreFilter(context.GetRequiredService<IServiceScopeFactory>(), context.GetRequiredService<TimeProvider>(),
                context.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(FailedMessageTable))));
        });

    private sealed partial class StoreFilter(IServiceScopeFactory scopes, TimeProvider time, ILogger logger) : IFilter<ExceptionReceiveContext>
    {
        public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
        {
            var queue = context.InputAddress.AbsolutePath.Trim('/');
            var exception = context.Exception.GetBaseException();
            var messageType = context.TransportHeaders.Get<string>("MT-MessageType") ?? "";
            context.TryGetPayload<ConsumeContext>(out var consume);
            await using (var scope = scopes.CreateAsyncScope())
            {
                var db = scope.ServiceProvider.GetRequiredService<MessagingDbContext>();
                db.Add(new FailedMessage
                {
                    MessageId = consume?.MessageId ?? context.GetMessageId() ?? Guid.Empty,
                    Queue = queue,
                    MessageType = consume is null ? messageType : string.Join(";", consume.SupportedMessageTypes),
                    ContentType = context.ContentType?.ToString() ?? "",
                    Body = context.GetBody(),
                    ExceptionType = exception.GetType().FullName ?? exception.GetType().Name,
                    ExceptionMessage = exception.Message.Length <= 2000 ? exception.Message : exception.Message[..2000],
                    FailedAt = time.GetUtcNow().UtcDateTime,
                });
                await db.SaveChangesAsync(CancellationToken.None);
            }
            LogParked(logger, queue, exception);
            await next.Send(context);
        }

        public void Probe(ProbeContext context) => context.CreateFilterScope("failedMessages");

        [LoggerMessage(Level = LogLevel.Error, EventName = "MessageParked", Message = "A message on {Queue} exhausted its retries and is parked in messaging.failed")]
        private static partial void LogParked(ILogger logger, string queue, Exception exception);
    }
}
