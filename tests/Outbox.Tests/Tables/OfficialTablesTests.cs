using EcommerceBot.Outbox.Storage;
using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Outbox.Tests.Tables;

public sealed class OfficialTablesTests
{
    [Theory]
    [InlineData(typeof(InboxState), "Id,MessageId,ConsumerId,LockId,RowVersion,Received,ReceiveCount,ExpirationTime,Consumed,Delivered,LastSequenceNumber")]
    [InlineData(typeof(OutboxState), "OutboxId,LockId,RowVersion,Created,Delivered,LastSequenceNumber")]
    [InlineData(typeof(OutboxMessage), "SequenceNumber,EnqueueTime,SentTime,Headers,Properties,InboxMessageId,InboxConsumerId,OutboxId,MessageId,ContentType,MessageType,Body,ConversationId,CorrelationId,InitiatorId,RequestId,SourceAddress,DestinationAddress,ResponseAddress,FaultAddress,ExpirationTime")]
    public void Columns_AreThoseOfTheOfficialPackage(Type table, string columns)
    {
        using var db = new SqliteMessagingDbContext(DesignTimeStore.Options<SqliteMessagingDbContext>(MessagingDbContext.Module));

        var mapped = db.Model.FindEntityType(table)!.GetProperties().Select(property => property.GetColumnName());

        Assert.Equal(columns.Split(',').Order(), mapped.Order());
    }
}
