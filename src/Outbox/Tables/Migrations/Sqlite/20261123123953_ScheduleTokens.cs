using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Outbox.Tables.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ScheduleTokens : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "messaging_schedule_tokens",
                columns: table => new
                {
                    token_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence_number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messaging_schedule_tokens", x => x.token_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_messaging_schedule_tokens_sequence_number",
                table: "messaging_schedule_tokens",
                column: "sequence_number");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "messaging_schedule_tokens");
        }
    }
}
