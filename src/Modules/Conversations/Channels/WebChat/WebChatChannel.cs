using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Outbound;

namespace EcommerceBot.Conversations.Channels.WebChat;

/// <summary>The page fetches its replies from the rows: storing one is sending it.</summary>
internal sealed class WebChatChannel(WebChatSignals signals) : IChannel
{
    public const string ChannelName = "webchat";

    public string Name => ChannelName;

    public OutboundState Stored => OutboundState.Sent;

    public IEnumerable<OutgoingMessage> Portions(OutgoingMessage message) => [message];

    public Task<SendOutcome> SendAsync(OutboundDelivery delivery, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Sent(null));

    public Task ShowAsync(Conversation conversation, Cue cue, CancellationToken cancellationToken)
    {
        signals.Raise(conversation.Id, cue);
        return Task.CompletedTask;
    }
}
