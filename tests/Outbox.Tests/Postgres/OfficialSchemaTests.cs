using EcommerceBot.Outbox.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Outbox.Tests.Postgres;

/// <summary>
/// The swap-in promise of docs/adr/0004, read from a migrated database: columns, types, keys and indexes of the three tables are those that
/// MassTransit.EntityFrameworkCore 8.5 generates for PostgreSQL.
/// </summary>
[Collection("one broker, one set of queues")]
public sealed class OfficialSchemaTests(ServersFixture servers)
{
    private const string Columns =
        """
        SELECT table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '')
            || CASE is_identity WHEN 'YES' THEN ' identity' ELSE '' END || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END AS "Value"
        FROM information_schema.columns WHERE table_schema = 'messaging' AND table_name IN ('InboxState', 'OutboxState', 'OutboxMessage')
        """;

    private const string Indexes =
        """
        SELECT regexp_replace(replace(replace(indexdef, 'messaging.', ''), '"', ''), '^CREATE ', '') AS "Value"
        FROM pg_indexes WHERE schemaname = 'messaging' AND tablename IN ('InboxState', 'OutboxState', 'OutboxMessage')
        """;

    private const string ForeignKeys =
        """
        SELECT replace(replace(pg_get_constraintdef(oid), 'messaging.', ''), '"', '') AS "Value" FROM pg_constraint
        WHERE contype = 'f' AND conrelid = 'messaging."OutboxMessage"'::regclass
        """;

    [Fact]
    public async Task MigratedDatabase_HasTheOfficialTables()
    {
        await using var host = await SampleHost.StartAsync(await servers.FreshAsync(), startBus: false);

        Assert.Equal(Lines(OfficialColumns), await ReadAsync(host, Columns));
        Assert.Equal(Lines(OfficialIndexes), await ReadAsync(host, Indexes));
        Assert.Equal(Lines(OfficialForeignKeys), await ReadAsync(host, ForeignKeys));
    }

    private static async Task<List<string>> ReadAsync(SampleHost host, string sql) =>
        [.. (await host.ReadAsync(db => db.Database.SqlQueryRaw<string>(sql).ToListAsync())).Order(StringComparer.Ordinal)];

    private static List<string> Lines(string text) => [.. text.Split('\n').Order(StringComparer.Ordinal)];

    private const string OfficialColumns =
        """
        InboxState.Id bigint identity not null
        InboxState.MessageId uuid not null
        InboxState.ConsumerId uuid not null
        InboxState.LockId uuid not null
        InboxState.RowVersion bytea
        InboxState.Received timestamp with time zone not null
        InboxState.ReceiveCount integer not null
        InboxState.ExpirationTime timestamp with time zone
        InboxState.Consumed timestamp with time zone
        InboxState.Delivered timestamp with time zone
        InboxState.LastSequenceNumber bigint
        OutboxState.OutboxId uuid not null
        OutboxState.LockId uuid not null
        OutboxState.RowVersion bytea
        OutboxState.Created timestamp with time zone not null
        OutboxState.Delivered timestamp with time zone
        OutboxState.LastSequenceNumber bigint
        OutboxMessage.SequenceNumber bigint identity not null
        OutboxMessage.EnqueueTime timestamp with time zone
        OutboxMessage.SentTime timestamp with time zone not null
        OutboxMessage.Headers text
        OutboxMessage.Properties text
        OutboxMessage.InboxMessageId uuid
        OutboxMessage.InboxConsumerId uuid
        OutboxMessage.OutboxId uuid
        OutboxMessage.MessageId uuid not null
        OutboxMessage.ContentType character varying(256) not null
        OutboxMessage.MessageType text not null
        OutboxMessage.Body text not null
        OutboxMessage.ConversationId uuid
        OutboxMessage.CorrelationId uuid
        OutboxMessage.InitiatorId uuid
        OutboxMessage.RequestId uuid
        OutboxMessage.SourceAddress character varying(256)
        OutboxMessage.DestinationAddress character varying(256)
        OutboxMessage.ResponseAddress character varying(256)
        OutboxMessage.FaultAddress character varying(256)
        OutboxMessage.ExpirationTime timestamp with time zone
        """;

    private const string OfficialIndexes =
        """
        UNIQUE INDEX PK_InboxState ON InboxState USING btree (Id)
        UNIQUE INDEX AK_InboxState_MessageId_ConsumerId ON InboxState USING btree (MessageId, ConsumerId)
        INDEX IX_InboxState_Delivered ON InboxState USING btree (Delivered)
        UNIQUE INDEX PK_OutboxState ON OutboxState USING btree (OutboxId)
        INDEX IX_OutboxState_Created ON OutboxState USING btree (Created)
        UNIQUE INDEX PK_OutboxMessage ON OutboxMessage USING btree (SequenceNumber)
        INDEX IX_OutboxMessage_EnqueueTime ON OutboxMessage USING btree (EnqueueTime)
        INDEX IX_OutboxMessage_ExpirationTime ON OutboxMessage USING btree (ExpirationTime)
        UNIQUE INDEX IX_OutboxMessage_InboxMessageId_InboxConsumerId_SequenceNumber ON OutboxMessage USING btree (InboxMessageId, InboxConsumerId, SequenceNumber)
        UNIQUE INDEX IX_OutboxMessage_OutboxId_SequenceNumber ON OutboxMessage USING btree (OutboxId, SequenceNumber)
        """;

    private const string OfficialForeignKeys =
        """
        FOREIGN KEY (InboxMessageId, InboxConsumerId) REFERENCES InboxState(MessageId, ConsumerId)
        FOREIGN KEY (OutboxId) REFERENCES OutboxState(OutboxId)
        """;
}
