using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace EcommerceBot.Outbox.Tables.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DeadLetterDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "retries",
                schema: "messaging",
                table: "failed_messages",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stack_trace",
                schema: "messaging",
                table: "failed_messages",
                type: "character varying(8000)",
                maxLength: 8000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "desk_actions",
                schema: "messaging",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    actor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    verb = table.Column<string>(type: "text", nullable: false),
                    filter = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: true),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    settled = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_actions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_desk_actions_started_at",
                schema: "messaging",
                table: "desk_actions",
                column: "started_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "desk_actions",
                schema: "messaging");

            migrationBuilder.DropColumn(
                name: "retries",
                schema: "messaging",
                table: "failed_messages");

            migrationBuilder.DropColumn(
                name: "stack_trace",
                schema: "messaging",
                table: "failed_messages");
        }
    }
}
