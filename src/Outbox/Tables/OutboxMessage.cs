using MassTransit;
using MassTransit.Context;
using MassTransit.Metadata;
using MassTransit.Middleware;
using MassTransit.Serialization;

namespace EcommerceBot.Outbox.Tables;

/// <summary>A message captured in its sender's transaction, to be relayed after the commit. Columns as MassTransit.EntityFrameworkCore has them.</summary>
internal sealed class OutboxMessage : OutboxMessageContext
{
    private static readonly IObjectDeserializer Json = SystemTextJsonMessageSerializer.Instance;

    public long SequenceNumber { get; set; }

    /// <summary>Not before this instant; null is at once.</summary>
    public DateTime? EnqueueTime { get; set; }
    public DateTime SentTime { get; set; }
    public string? Headers { get; set; }
    public string? Properties { get; set; }
    public Guid? InboxMessageId { get; set; }
    public Guid? InboxConsumerId { get; set; }
    public Guid? OutboxId { get; set; }
    public Guid MessageId { get; set; }
    public string ContentType { get; set; } = "";
    public string MessageType { get; set; } = "";
    public string Body { get; set; } = "";
    public Guid? ConversationId { get; set; }
    public Guid? CorrelationId { get; set; }
    public Guid? InitiatorId { get; set; }
    public Guid? RequestId { get; set; }
    public Uri? SourceAddress { get; set; }
    public Uri? DestinationAddress { get; set; }
    public Uri? ResponseAddress { get; set; }
    public Uri? FaultAddress { get; set; }
    public DateTime? ExpirationTime { get; set; }

    /// <summary>With which a scheduled message can be taken back; stored beside the row, as a <see cref="Tables.ScheduleToken"/>.</summary>
    public Guid? ScheduleToken { get; private init; }

    /// <summary>A reply's address dies with the asking process, so replies are never kept, parked or relayed again.</summary>
    public bool IsReply => RequestId is not null && ResponseAddress is null;

    public bool IsExpiredAt(DateTime now) => ExpirationTime < now;

    Guid? MessageContext.MessageId => MessageId;
    DateTime? MessageContext.SentTime => SentTime;
    HostInfo MessageContext.Host => HostMetadataCache.Host;
    Headers MessageContext.Headers => new DictionarySendHeaders(Json.DeserializeDictionary<object?>(Headers) ?? []);
    IReadOnlyDictionary<string, object> OutboxMessageContext.Properties => Json.DeserializeDictionary<object>(Properties) ?? [];

    /// <summary>Captures a send; a delay becomes <see cref="EnqueueTime"/>, since no transport here delays.</summary>
    public static OutboxMessage Capture<T>(SendContext<T> context, DateTime now) where T : class
    {
        var delay = context.Delay;
        context.Delay = null;
        var properties = new Dictionary<string, object>();
        if (context is TransportSendContext<T> transport)
            transport.WritePropertiesTo(properties);
        return new OutboxMessage
        {
            MessageId = context.MessageId ?? NewId.NextGuid(),
            ConversationId = context.ConversationId,
            CorrelationId = context.CorrelationId,
            InitiatorId = context.InitiatorId,
            RequestId = context.RequestId,
            SourceAddress = context.SourceAddress,
            DestinationAddress = context.DestinationAddress,
            ResponseAddress = context.ResponseAddress,
            FaultAddress = context.FaultAddress,
            SentTime = context.SentTime ?? now,
            EnqueueTime = now + delay,
            OutboxId = delay is null ? null : OutboxLane.Scheduled,
            ScheduleToken = delay is null ? null : context.Headers.Get<Guid>(MessageHeaders.SchedulingTokenId),
            ExpirationTime = now + delay.GetValueOrDefault() + context.TimeToLive,
            Body = context.Serializer.GetMessageBody(context).GetString(),
            ContentType = (context.ContentType ?? context.Serialization.DefaultContentType).ToString(),
            MessageType = string.Join(";", context.SupportedMessageTypes),
            Headers = Json.SerializeDictionary(context.Headers.GetAll()),
            Properties = properties.Count == 0 ? null : Json.SerializeDictionary(properties),
        };
    }
}
