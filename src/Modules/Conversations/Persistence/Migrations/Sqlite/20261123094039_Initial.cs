using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Conversations.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "conversations_conversations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    external_id = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    memory = table.Column<string>(type: "TEXT", nullable: true),
                    last_inbound_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversations_conversations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "conversations_delivery_statuses",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    provider_id = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    correlation = table.Column<Guid>(type: "TEXT", nullable: true),
                    error_code = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversations_delivery_statuses", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "conversations_identities",
                columns: table => new
                {
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    external_id = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversations_identities", x => new { x.channel, x.account, x.external_id });
                });

            migrationBuilder.CreateTable(
                name: "conversations_inbound",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    natural_id = table.Column<string>(type: "TEXT", nullable: false),
                    conversation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: true),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    turn_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversations_inbound", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "conversations_leases",
                columns: table => new
                {
                    conversation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lane = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    owner = table.Column<Guid>(type: "TEXT", nullable: true),
                    epoch = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    wake = table.Column<long>(type: "INTEGER", nullable: false),
                    not_before = table.Column<long>(type: "INTEGER", nullable: true),
                    swept_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversations_leases", x => new { x.conversation_id, x.lane });
                });

            migrationBuilder.CreateTable(
                name: "conversations_outbound",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    conversation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    turn_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    message = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    not_before = table.Column<long>(type: "INTEGER", nullable: true),
                    unknown_since = table.Column<long>(type: "INTEGER", nullable: true),
                    possible_duplicate = table.Column<bool>(type: "INTEGER", nullable: false),
                    provider_id = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversations_outbound", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "conversations_tool_calls",
                columns: table => new
                {
                    turn_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    tool = table.Column<string>(type: "TEXT", nullable: false),
                    arguments = table.Column<string>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    is_error = table.Column<bool>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    completed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversations_tool_calls", x => new { x.turn_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "conversations_turns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    conversation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    last_sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    completed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversations_turns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "conversations_web_chat_sessions",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversations_web_chat_sessions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_conversations_conversations_owner_id_last_inbound_at",
                table: "conversations_conversations",
                columns: new[] { "owner_id", "last_inbound_at" });

            migrationBuilder.CreateIndex(
                name: "ix_conversations_delivery_statuses_channel_account_provider_id_status",
                table: "conversations_delivery_statuses",
                columns: new[] { "channel", "account", "provider_id", "status" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_conversations_delivery_statuses_state_sequence",
                table: "conversations_delivery_statuses",
                columns: new[] { "state", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_conversations_identities_owner_id",
                table: "conversations_identities",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_conversations_inbound_channel_account_kind_natural_id",
                table: "conversations_inbound",
                columns: new[] { "channel", "account", "kind", "natural_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_conversations_inbound_state_conversation_id_sequence",
                table: "conversations_inbound",
                columns: new[] { "state", "conversation_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_conversations_inbound_turn_id",
                table: "conversations_inbound",
                column: "turn_id");

            migrationBuilder.CreateIndex(
                name: "ix_conversations_outbound_conversation_id_sequence",
                table: "conversations_outbound",
                columns: new[] { "conversation_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_conversations_outbound_conversation_id_state_sequence",
                table: "conversations_outbound",
                columns: new[] { "conversation_id", "state", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_conversations_outbound_provider_id",
                table: "conversations_outbound",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_conversations_outbound_state",
                table: "conversations_outbound",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_conversations_outbound_turn_id_ordinal",
                table: "conversations_outbound",
                columns: new[] { "turn_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_conversations_turns_conversation_id_state",
                table: "conversations_turns",
                columns: new[] { "conversation_id", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "conversations_conversations");

            migrationBuilder.DropTable(
                name: "conversations_delivery_statuses");

            migrationBuilder.DropTable(
                name: "conversations_identities");

            migrationBuilder.DropTable(
                name: "conversations_inbound");

            migrationBuilder.DropTable(
                name: "conversations_leases");

            migrationBuilder.DropTable(
                name: "conversations_outbound");

            migrationBuilder.DropTable(
                name: "conversations_tool_calls");

            migrationBuilder.DropTable(
                name: "conversations_turns");

            migrationBuilder.DropTable(
                name: "conversations_web_chat_sessions");
        }
    }
}
