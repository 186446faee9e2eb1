using System.Data.Common;
using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EcommerceBot.Outbox.Capture;

/// <summary>
/// Puts what is attached into the first command of the SaveChanges that is running: where the store allows it, the messages cost no round trip
/// of their own. One instance per context.
/// </summary>
internal sealed class OutboxAttachment(OutboxBuffer buffer, IMessagingSql sql) : DbCommandInterceptor
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

    private List<OutboxMessage> Take(CommandEventData command) => command.CommandSource == CommandSource.SaveChanges ? buffer.TakeAttached() : [];
}
