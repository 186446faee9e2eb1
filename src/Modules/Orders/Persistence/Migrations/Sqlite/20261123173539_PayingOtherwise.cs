using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Orders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PayingOtherwise : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "method",
                table: "orders_payments",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "online");

            migrationBuilder.AddColumn<int>(
                name: "page",
                table: "orders_payments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_cash_due",
                table: "orders_orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "away_since",
                table: "orders_checkouts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "has_parked",
                table: "orders_checkouts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "method",
                table: "orders_checkouts",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "online");

            migrationBuilder.AddColumn<int>(
                name: "page",
                table: "orders_checkouts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "retry_token",
                table: "orders_checkouts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "orders_payment_cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    checkout_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    payment_id = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    refund_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_payment_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders_transfer_references",
                columns: table => new
                {
                    reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    checkout_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_transfer_references", x => x.reference);
                });

            migrationBuilder.CreateIndex(
                name: "ix_orders_payment_cases_settled_at",
                table: "orders_payment_cases",
                column: "settled_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "orders_payment_cases");

            migrationBuilder.DropTable(
                name: "orders_transfer_references");

            migrationBuilder.DropColumn(
                name: "method",
                table: "orders_payments");

            migrationBuilder.DropColumn(
                name: "page",
                table: "orders_payments");

            migrationBuilder.DropColumn(
                name: "is_cash_due",
                table: "orders_orders");

            migrationBuilder.DropColumn(
                name: "away_since",
                table: "orders_checkouts");

            migrationBuilder.DropColumn(
                name: "has_parked",
                table: "orders_checkouts");

            migrationBuilder.DropColumn(
                name: "method",
                table: "orders_checkouts");

            migrationBuilder.DropColumn(
                name: "page",
                table: "orders_checkouts");

            migrationBuilder.DropColumn(
                name: "retry_token",
                table: "orders_checkouts");
        }
    }
}
