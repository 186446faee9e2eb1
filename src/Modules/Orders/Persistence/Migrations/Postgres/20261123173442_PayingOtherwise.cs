using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Orders.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PayingOtherwise : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "method",
                schema: "orders",
                table: "payments",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "online");

            migrationBuilder.AddColumn<int>(
                name: "page",
                schema: "orders",
                table: "payments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_cash_due",
                schema: "orders",
                table: "orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "away_since",
                schema: "orders",
                table: "checkouts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "has_parked",
                schema: "orders",
                table: "checkouts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "method",
                schema: "orders",
                table: "checkouts",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "online");

            migrationBuilder.AddColumn<int>(
                name: "page",
                schema: "orders",
                table: "checkouts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "retry_token",
                schema: "orders",
                table: "checkouts",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "payment_cases",
                schema: "orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    checkout_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payment_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    refund_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "transfer_references",
                schema: "orders",
                columns: table => new
                {
                    reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    checkout_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transfer_references", x => x.reference);
                });

            migrationBuilder.CreateIndex(
                name: "ix_payment_cases_settled_at",
                schema: "orders",
                table: "payment_cases",
                column: "settled_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "payment_cases",
                schema: "orders");

            migrationBuilder.DropTable(
                name: "transfer_references",
                schema: "orders");

            migrationBuilder.DropColumn(
                name: "method",
                schema: "orders",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "page",
                schema: "orders",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "is_cash_due",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "away_since",
                schema: "orders",
                table: "checkouts");

            migrationBuilder.DropColumn(
                name: "has_parked",
                schema: "orders",
                table: "checkouts");

            migrationBuilder.DropColumn(
                name: "method",
                schema: "orders",
                table: "checkouts");

            migrationBuilder.DropColumn(
                name: "page",
                schema: "orders",
                table: "checkouts");

            migrationBuilder.DropColumn(
                name: "retry_token",
                schema: "orders",
                table: "checkouts");
        }
    }
}
