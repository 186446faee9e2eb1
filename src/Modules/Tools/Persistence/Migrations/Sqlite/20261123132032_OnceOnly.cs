using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Tools.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OnceOnly : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "tools_confirmations",
                columns: table => new
                {
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    confirmation = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    given_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tools_confirmations", x => new { x.owner_id, x.key, x.confirmation });
                });

            migrationBuilder.CreateTable(
                name: "tools_handoffs",
                columns: table => new
                {
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    requested_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tools_handoffs", x => new { x.owner_id, x.key });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "tools_confirmations");

            migrationBuilder.DropTable(
                name: "tools_handoffs");
        }
    }
}
