using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Orders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Pricing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "coupon_codes",
                table: "orders_quotes",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "coupons",
                table: "orders_quotes",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<long>(
                name: "included_tax",
                table: "orders_quotes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "ship_to",
                table: "orders_quotes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "shipping_choices",
                table: "orders_quotes",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "shipping_method_id",
                table: "orders_quotes",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "totals",
                table: "orders_quotes",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "totals",
                table: "orders_orders",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "orders_coupon_uses",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    checkout_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    is_used = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_coupon_uses", x => new { x.checkout_id, x.code });
                });

            migrationBuilder.CreateTable(
                name: "orders_coupons",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    buy = table.Column<int>(type: "INTEGER", nullable: false),
                    get = table.Column<int>(type: "INTEGER", nullable: false),
                    minimum_subtotal = table.Column<long>(type: "INTEGER", nullable: false),
                    product_ids = table.Column<string>(type: "TEXT", nullable: false),
                    categories = table.Column<string>(type: "TEXT", nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: true),
                    total_limit = table.Column<int>(type: "INTEGER", nullable: true),
                    customer_limit = table.Column<int>(type: "INTEGER", nullable: true),
                    stackable = table.Column<bool>(type: "INTEGER", nullable: false),
                    taken = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_coupons", x => x.code);
                });

            migrationBuilder.CreateIndex(
                name: "ix_orders_coupon_uses_code_owner_id",
                table: "orders_coupon_uses",
                columns: new[] { "code", "owner_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "orders_coupon_uses");

            migrationBuilder.DropTable(
                name: "orders_coupons");

            migrationBuilder.DropColumn(
                name: "coupon_codes",
                table: "orders_quotes");

            migrationBuilder.DropColumn(
                name: "coupons",
                table: "orders_quotes");

            migrationBuilder.DropColumn(
                name: "included_tax",
                table: "orders_quotes");

            migrationBuilder.DropColumn(
                name: "ship_to",
                table: "orders_quotes");

            migrationBuilder.DropColumn(
                name: "shipping_choices",
                table: "orders_quotes");

            migrationBuilder.DropColumn(
                name: "shipping_method_id",
                table: "orders_quotes");

            migrationBuilder.DropColumn(
                name: "totals",
                table: "orders_quotes");

            migrationBuilder.DropColumn(
                name: "totals",
                table: "orders_orders");
        }
    }
}
