using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Outbox.Tables.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ScheduleTokens : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "schedule_tokens",
                schema: "messaging",
                columns: table => new
                {
                    token_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence_number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schedule_tokens", x => x.token_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_schedule_tokens_sequence_number",
                schema: "messaging",
                table: "schedule_tokens",
                column: "sequence_number");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "schedule_tokens",
                schema: "messaging");
        }
    }
}
