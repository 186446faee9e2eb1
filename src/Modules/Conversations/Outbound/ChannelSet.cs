namespace EcommerceBot.Conversations.Outbound;

/// <summary>The channels that are switched on, by name.</summary>
internal sealed class ChannelSet(IEnumerable<IChannel> channels)
{
    private readonly Dictionary<string, IChannel> _byName = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);

    /// <summary>Null when the channel is switched off.</summary>
    public IChannel? Find(string name) => _byName.GetValueOrDefault(name);
}
