using System.Data.Common;
using EcommerceBot.Outbox.Tables;

namespace EcommerceBot.Outbox.Capture;

/// <summary>The statements that each store has its own best form for. They run on a module's connection, in its transaction.</summary>
internal interface IMessagingSql
{
    /// <summary>Inserts the inbox row unless it is there: {0} message id, {1} consumer id, {2} lock id, {3} now. Affects one row, or none for a duplicate.</summary>
    string ClaimInbox { get; }

    /// <summary>Deletes a scheduled row that has not left yet: {0} its token.</summary>
    string CancelSchedule { get; }

    /// <summary>How many rows one INSERT can take.</summary>
    int MostRows { get; }

    /// <summary>True where statements that travel together commit together, with no BEGIN around them.</summary>
    bool TripIsTransaction { get; }

    /// <summary>Fills the command with one INSERT of all these rows.</summary>
    void Insert(DbCommand command, IReadOnlyList<OutboxMessage> messages);

    /// <summary>Fills the command with the INSERT of a row and of the token that cancels it.</summary>
    void InsertScheduled(DbCommand command, OutboxMessage message);

    /// <summary>Adds the INSERTs of all these to a command that is about to run; false where that would save nothing.</summary>
    bool TryAppend(DbCommand command, List<OutboxMessage> messages);
}
