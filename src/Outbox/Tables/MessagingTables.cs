namespace EcommerceBot.Outbox.Tables;

/// <summary>Table names as plain SQL writes them.</summary>
internal static class MessagingTables
{
    public const string OutboxMessage = "\"messaging_OutboxMessage\"";
    public const string InboxState = "\"messaging_InboxState\"";
}
