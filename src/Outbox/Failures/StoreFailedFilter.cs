using EcommerceBot.Outbox.Tables;
using MassTransit;
using MassTransit.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcommerceBot.Outbox.Failures;

/// <summary>
/// Stores a failed message, however long that takes: what this filter lets go is gone. A stop ends the trying; the row the message was relayed
/// from is kept until then, so the next process handles it again.
/// </summary>
internal sealed partial class StoreFailedFilter(
    IServiceScopeFactory scopes, BeingStored beingStored, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<StoreFailedFilter> logger)
    : IFilter<ExceptionReceiveContext>
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        var body = context.GetBody();
        var envelope = Envelope.Read(body);
        if (envelope is { RequestId: not null, ResponseAddress: not null })
        {
            await next.Send(context);
            return;
        }
        var failed = Describe(context, body, envelope);
        using (beingStored.Enter(failed.MessageId))
        using (var stopping = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, context.CancellationToken))
        {
            var table = await StoreAsync(failed, stopping.Token);
            LogParked(logger, failed.Queue, table, context.Exception.GetBaseException());
        }
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("failedMessages");

    /// <summary>Returns the table's name, which differs from store to store.</summary>
    private async Task<string?> StoreAsync(FailedMessage failed, CancellationToken stopping)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<MessagingDbContext>();
                db.Add(failed);
                await db.SaveChangesAsync(stopping);
                return db.Model.FindEntityType(typeof(FailedMessage))?.GetSchemaQualifiedTableName();
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                failed.Id = 0;
                LogNotStored(logger, failed.Queue, pause.TotalSeconds, exception);
                await Task.Delay(pause, time, stopping);
            }
        }
    }

    private FailedMessage Describe(ExceptionReceiveContext context, byte[] body, JsonMessageEnvelope? envelope)
    {
        var exception = context.Exception.GetBaseException();
        return new FailedMessage
        {
            MessageId = Envelope.Id(envelope?.MessageId) ?? context.GetMessageId() ?? Guid.Empty,
            Queue = context.InputAddress.AbsolutePath.Trim('/'),
            MessageType = string.Join(";", envelope?.MessageType ?? []),
            ContentType = context.ContentType?.ToString() ?? "",
            Body = body,
            ExceptionType = exception.GetType().FullName ?? exception.GetType().Name,
            ExceptionMessage = Shorten(exception.Message, 2000),
            StackTrace = exception.StackTrace is { } stack ? Shorten(stack, 8000) : null,
            Retries = context.ExceptionHeaders.Get<int>(MessageHeaders.FaultRetryCount),
            FailedAt = time.GetUtcNow().UtcDateTime,
        };
    }

    private static string Shorten(string text, int length) => text.Length <= length ? text : text[..length];

    [LoggerMessage(Level = LogLevel.Error, EventName = "MessageParked", Message = "A message on {Queue} exhausted its retries and is parked in {Table}; `errors list` shows it")]
    private static partial void LogParked(ILogger logger, string queue, string? table, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, EventName = "MessageNotParked",
        Message = "A failed message on {Queue} could not be stored; it is held in memory and the storing tried again in {Seconds} s")]
    private static partial void LogNotStored(ILogger logger, string queue, double seconds, Exception exception);
}
