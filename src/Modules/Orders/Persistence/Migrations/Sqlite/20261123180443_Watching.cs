using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Orders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Watching : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "note",
                table: "orders_quotes",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "abandoned_at",
                table: "orders_carts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "note",
                table: "orders_carts",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "orders_cart_watches",
                columns: table => new
                {
                    correlation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    current_state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    cart_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    idle_token = table.Column<Guid>(type: "TEXT", nullable: true),
                    abandoned_at = table.Column<long>(type: "INTEGER", nullable: true),
                    told_version = table.Column<int>(type: "INTEGER", nullable: true),
                    is_held_out = table.Column<bool>(type: "INTEGER", nullable: false),
                    recovered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    bought_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_cart_watches", x => x.correlation_id);
                });

            migrationBuilder.CreateTable(
                name: "orders_stock_takes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_stock_takes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_orders_cart_watches_started_at",
                table: "orders_cart_watches",
                column: "started_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "orders_cart_watches");

            migrationBuilder.DropTable(
                name: "orders_stock_takes");

            migrationBuilder.DropColumn(
                name: "note",
                table: "orders_quotes");

            migrationBuilder.DropColumn(
                name: "abandoned_at",
                table: "orders_carts");

            migrationBuilder.DropColumn(
                name: "note",
                table: "orders_carts");
        }
    }
}
