using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace EcommerceBot.Conversations.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "conversations");

            migrationBuilder.CreateTable(
                name: "conversations",
                schema: "conversations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    external_id = table.Column<string>(type: "text", nullable: false),
                    owner_id = table.Column<string>(type: "text", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    memory = table.Column<string>(type: "text", nullable: true),
                    last_inbound_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delivery_statuses",
                schema: "conversations",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    channel = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    provider_id = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    correlation = table.Column<Guid>(type: "uuid", nullable: true),
                    error_code = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_statuses", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "identities",
                schema: "conversations",
                columns: table => new
                {
                    channel = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    external_id = table.Column<string>(type: "text", nullable: false),
                    owner_id = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identities", x => new { x.channel, x.account, x.external_id });
                });

            migrationBuilder.CreateTable(
                name: "inbound",
                schema: "conversations",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    channel = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    natural_id = table.Column<string>(type: "text", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    content = table.Column<string>(type: "text", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    turn_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbound", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "leases",
                schema: "conversations",
                columns: table => new
                {
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lane = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    owner = table.Column<Guid>(type: "uuid", nullable: true),
                    epoch = table.Column<long>(type: "bigint", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    wake = table.Column<long>(type: "bigint", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    swept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leases", x => new { x.conversation_id, x.lane });
                });

            migrationBuilder.CreateTable(
                name: "outbound",
                schema: "conversations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    turn_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    message = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    unknown_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    possible_duplicate = table.Column<bool>(type: "boolean", nullable: false),
                    provider_id = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbound", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tool_calls",
                schema: "conversations",
                columns: table => new
                {
                    turn_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    tool = table.Column<string>(type: "text", nullable: false),
                    arguments = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<string>(type: "text", nullable: true),
                    is_error = table.Column<bool>(type: "boolean", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tool_calls", x => new { x.turn_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "turns",
                schema: "conversations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_sequence = table.Column<long>(type: "bigint", nullable: false),
                    last_sequence = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_turns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "web_chat_sessions",
                schema: "conversations",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_web_chat_sessions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_conversations_owner_id_last_inbound_at",
                schema: "conversations",
                table: "conversations",
                columns: new[] { "owner_id", "last_inbound_at" });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_statuses_channel_account_provider_id_status",
                schema: "conversations",
                table: "delivery_statuses",
                columns: new[] { "channel", "account", "provider_id", "status" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_delivery_statuses_state_sequence",
                schema: "conversations",
                table: "delivery_statuses",
                columns: new[] { "state", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_identities_owner_id",
                schema: "conversations",
                table: "identities",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_inbound_channel_account_kind_natural_id",
                schema: "conversations",
                table: "inbound",
                columns: new[] { "channel", "account", "kind", "natural_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inbound_state_conversation_id_sequence",
                schema: "conversations",
                table: "inbound",
                columns: new[] { "state", "conversation_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_inbound_turn_id",
                schema: "conversations",
                table: "inbound",
                column: "turn_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbound_conversation_id_sequence",
                schema: "conversations",
                table: "outbound",
                columns: new[] { "conversation_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbound_conversation_id_state_sequence",
                schema: "conversations",
                table: "outbound",
                columns: new[] { "conversation_id", "state", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_outbound_provider_id",
                schema: "conversations",
                table: "outbound",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbound_state",
                schema: "conversations",
                table: "outbound",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_outbound_turn_id_ordinal",
                schema: "conversations",
                table: "outbound",
                columns: new[] { "turn_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_turns_conversation_id_state",
                schema: "conversations",
                table: "turns",
                columns: new[] { "conversation_id", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "conversations",
                schema: "conversations");

            migrationBuilder.DropTable(
                name: "delivery_statuses",
                schema: "conversations");

            migrationBuilder.DropTable(
                name: "identities",
                schema: "conversations");

            migrationBuilder.DropTable(
                name: "inbound",
                schema: "conversations");

            migrationBuilder.DropTable(
                name: "leases",
                schema: "conversations");

            migrationBuilder.DropTable(
                name: "outbound",
                schema: "conversations");

            migrationBuilder.DropTable(
                name: "tool_calls",
                schema: "conversations");

            migrationBuilder.DropTable(
                name: "turns",
                schema: "conversations");

            migrationBuilder.DropTable(
                name: "web_chat_sessions",
                schema: "conversations");
        }
    }
}
