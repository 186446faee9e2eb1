using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Orders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "orders_reminder_wishes",
                columns: table => new
                {
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    is_wanted = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_reminder_wishes", x => x.owner_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_orders_carts_expires_at",
                table: "orders_carts",
                column: "expires_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "orders_reminder_wishes");

            migrationBuilder.DropIndex(
                name: "ix_orders_carts_expires_at",
                table: "orders_carts");
        }
    }
}
