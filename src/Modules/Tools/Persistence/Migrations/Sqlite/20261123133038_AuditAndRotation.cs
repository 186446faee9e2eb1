using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Tools.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AuditAndRotation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "first_key_id",
                table: "tools_api_keys",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "last_used_at",
                table: "tools_api_keys",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "tools_audited_calls",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    via = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    tool = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    duration_ms = table.Column<int>(type: "INTEGER", nullable: false),
                    argument_form = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tools_audited_calls", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tools_audited_calls_at",
                table: "tools_audited_calls",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_tools_audited_calls_owner_id_at",
                table: "tools_audited_calls",
                columns: new[] { "owner_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "tools_audited_calls");

            migrationBuilder.DropColumn(
                name: "first_key_id",
                table: "tools_api_keys");

            migrationBuilder.DropColumn(
                name: "last_used_at",
                table: "tools_api_keys");
        }
    }
}
