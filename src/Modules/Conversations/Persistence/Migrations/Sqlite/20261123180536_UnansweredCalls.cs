using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Conversations.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class UnansweredCalls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "unanswered_since",
                table: "conversations_turns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "unanswered_since",
                table: "conversations_tool_calls",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "unanswered_since",
                table: "conversations_turns");

            migrationBuilder.DropColumn(
                name: "unanswered_since",
                table: "conversations_tool_calls");
        }
    }
}
