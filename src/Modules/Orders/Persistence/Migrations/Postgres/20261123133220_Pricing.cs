using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Orders.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Pricing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "coupon_codes",
                schema: "orders",
                table: "quotes",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "coupons",
                schema: "orders",
                table: "quotes",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<long>(
                name: "included_tax",
                schema: "orders",
                table: "quotes",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "ship_to",
                schema: "orders",
                table: "quotes",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "shipping_choices",
                schema: "orders",
                table: "quotes",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "shipping_method_id",
                schema: "orders",
                table: "quotes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "totals",
                schema: "orders",
                table: "quotes",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "totals",
                schema: "orders",
                table: "orders",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "coupon_uses",
                schema: "orders",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    checkout_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_used = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coupon_uses", x => new { x.checkout_id, x.code });
                });

            migrationBuilder.CreateTable(
                name: "coupons",
                schema: "orders",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    basis_points = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    buy = table.Column<int>(type: "integer", nullable: false),
                    get = table.Column<int>(type: "integer", nullable: false),
                    minimum_subtotal = table.Column<long>(type: "bigint", nullable: false),
                    product_ids = table.Column<string>(type: "text", nullable: false),
                    categories = table.Column<string>(type: "text", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    total_limit = table.Column<int>(type: "integer", nullable: true),
                    customer_limit = table.Column<int>(type: "integer", nullable: true),
                    stackable = table.Column<bool>(type: "boolean", nullable: false),
                    taken = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coupons", x => x.code);
                });

            migrationBuilder.CreateIndex(
                name: "ix_coupon_uses_code_owner_id",
                schema: "orders",
                table: "coupon_uses",
                columns: new[] { "code", "owner_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "coupon_uses",
                schema: "orders");

            migrationBuilder.DropTable(
                name: "coupons",
                schema: "orders");

            migrationBuilder.DropColumn(
                name: "coupon_codes",
                schema: "orders",
                table: "quotes");

            migrationBuilder.DropColumn(
                name: "coupons",
                schema: "orders",
                table: "quotes");

            migrationBuilder.DropColumn(
                name: "included_tax",
                schema: "orders",
                table: "quotes");

            migrationBuilder.DropColumn(
                name: "ship_to",
                schema: "orders",
                table: "quotes");

            migrationBuilder.DropColumn(
                name: "shipping_choices",
                schema: "orders",
                table: "quotes");

            migrationBuilder.DropColumn(
                name: "shipping_method_id",
                schema: "orders",
                table: "quotes");

            migrationBuilder.DropColumn(
                name: "totals",
                schema: "orders",
                table: "quotes");

            migrationBuilder.DropColumn(
                name: "totals",
                schema: "orders",
                table: "orders");
        }
    }
}
