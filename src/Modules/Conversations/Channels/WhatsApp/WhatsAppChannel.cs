using System.Globalization;
using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Outbound;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Channels.WhatsApp;

/// <summary>
/// Sends to WhatsApp by its rules: the 24-hour window, the limits of each kind of message, which refusal may be tried again and when.
/// </summary>
internal sealed partial class WhatsAppChannel(
    CloudApi api, OperatorAlarm alarm, IOptions<ShopOptions> shop, TimeProvider time, ILogger<WhatsAppChannel> logger) : IChannel
{
    // Free-form messages may go out this long after the customer's last one; after that only templates.
    private static readonly TimeSpan ReplyWindow = TimeSpan.FromHours(24);

    public string Name => WebhookReader.Channel;

    public OutboundState Stored => OutboundState.Queued;

    public IEnumerable<OutgoingMessage> Portions(OutgoingMessage message) => WhatsApp.Portions.Of(message, shop.Value);

    public async Task<SendOutcome> SendAsync(OutboundDelivery delivery, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - delivery.Conversation.LastInboundAt >= ReplyWindow)
            return new SendOutcome.Refused("window_closed", null);
        return await api.PostAsync(MessageBody.Of(delivery, shop.Value), cancellationToken) switch
        {
            CloudAnswer.Accepted accepted => new SendOutcome.Sent(accepted.MessageId),
            CloudAnswer.Refused refused => Refused(refused, delivery),
            CloudAnswer.NotSent notSent => new SendOutcome.Refused(notSent.Reason, Later(Pause(CloudErrorClass.Later, delivery))),
            CloudAnswer.NoAnswer noAnswer => new SendOutcome.Unknown(noAnswer.Reason),
            var other => throw new InvalidOperationException($"A Cloud API answer of kind {other.GetType().Name} is not handled."),
        };
    }

    public async Task ShowAsync(Conversation conversation, Cue cue, CancellationToken cancellationToken)
    {
        if (cue is Cue.TypingStarted { MessageId: { } messageId })
            await api.PostAsync(MessageBody.ReadAndTyping(messageId), cancellationToken);
    }

    private SendOutcome.Refused Refused(CloudAnswer.Refused refused, OutboundDelivery delivery)
    {
        var kind = CloudErrors.ClassOf(refused.Code);
        if (kind == CloudErrorClass.Operator && alarm.Rings(refused.Code))
            LogOperator(logger, refused.Code);
        else
            LogRefused(logger, refused.Code, delivery.RowId);
        var pause = Pause(kind, delivery);
        var reason = refused.Code == 131047 ? "window_closed" : refused.Code.ToString(CultureInfo.InvariantCulture);
        return new SendOutcome.Refused(reason, Later(refused.RetryAfter > pause ? refused.RetryAfter : pause));
    }

    private DateTimeOffset? Later(TimeSpan? pause) => time.GetUtcNow() + pause;

    private static TimeSpan? Pause(CloudErrorClass kind, OutboundDelivery delivery) =>
        CloudErrors.Pause(kind, delivery.Attempt, Random.Shared.NextDouble());

    [LoggerMessage(Level = LogLevel.Critical, EventName = "WhatsAppNeedsOperator",
        Message = "WhatsApp refuses every message with code {Code}: check the access token, the number's registration " +
            "and the account's payment method. Replies wait meanwhile")]
    private static partial void LogOperator(ILogger logger, int code);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "WhatsAppRefused", Message = "WhatsApp refused reply {RowId} with code {Code}")]
    private static partial void LogRefused(ILogger logger, int code, Guid rowId);
}
