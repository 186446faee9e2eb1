using System.Data.Common;
using EcommerceBot.Outbox.Storage;
using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EcommerceBot.Outbox.Capture;

/// <summary>
/// Puts what is attached into the first command of the SaveChanges that is running: where the store allows it, the messages cost no round trip
/// of their own.
/// </summary>
internal sealed class OutboxAttachment(IMessagingSql sql) : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (Take(eventData) is { Count: > 0 } messages && !sql.TryAppend(command, messages))
            await sql.WriteAsync(eventData.Context!, messages, cancellationToken);
        return result;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        if (Take(eventData) is { Count: > 0 } messages && !sql.TryAppend(command, messages))
            sql.Write(eventData.Context!, messages);
        return result;
    }

    private static List<OutboxMessage> Take(CommandEventData command) =>
        command is { CommandSource: CommandSource.SaveChanges, Context: ModuleDbContext db } ? db.Outbox.Buffer.TakeAttached() : [];
}
