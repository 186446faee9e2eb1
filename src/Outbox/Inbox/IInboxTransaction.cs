namespace EcommerceBot.Outbox.Inbox;

/// <summary>The consumed message's transaction, as the scheduler sees it whatever the message's type.</summary>
internal interface IInboxTransaction
{
    /// <summary>Takes a scheduled message back if this transaction commits. One scheduled in this very transaction is simply forgotten.</summary>
    Task CancelScheduleAsync(Guid token, CancellationToken cancellationToken);
}
