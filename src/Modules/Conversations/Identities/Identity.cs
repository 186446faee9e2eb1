namespace EcommerceBot.Conversations.Identities;

/// <summary>One identifier that a channel gives a customer; several may belong to one owner.</summary>
internal sealed class Identity
{
    public required string Channel { get; set; }

    /// <summary>Our side: the phone number id, the page, the web chat session.</summary>
    public required string Account { get; set; }

    /// <summary>Their side: the phone number, the business-scoped user id, the web chat session.</summary>
    public required string ExternalId { get; set; }

    /// <summary><c>customer-&lt;guid&gt;</c>, as Tools and Orders know this customer.</summary>
    public required string OwnerId { get; set; }
    public required DateTimeOffset CreatedAt { get; set; }
}
