using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Conversations.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class UnansweredCalls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "unanswered_since",
                schema: "conversations",
                table: "turns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "unanswered_since",
                schema: "conversations",
                table: "tool_calls",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "unanswered_since",
                schema: "conversations",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "unanswered_since",
                schema: "conversations",
                table: "tool_calls");
        }
    }
}
