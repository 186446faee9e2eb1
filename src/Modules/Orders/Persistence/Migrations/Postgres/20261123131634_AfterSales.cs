using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Orders.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AfterSales : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "number",
                schema: "orders",
                table: "orders",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(16)",
                oldMaxLength: 16);

            migrationBuilder.AddColumn<string>(
                name: "cancel_reason",
                schema: "orders",
                table: "orders",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "exchange",
                schema: "orders",
                table: "orders",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "items_changed",
                schema: "orders",
                table: "orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "return",
                schema: "orders",
                table: "orders",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ship_to",
                schema: "orders",
                table: "orders",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "shipments",
                schema: "orders",
                table: "orders",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "version",
                schema: "orders",
                table: "orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "email_key",
                schema: "orders",
                table: "customers",
                type: "character varying(508)",
                maxLength: 508,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "name_key",
                schema: "orders",
                table: "customers",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "postal_address",
                schema: "orders",
                table: "customers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "postal_key",
                schema: "orders",
                table: "customers",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                schema: "orders",
                table: "customers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "order_ledger",
                schema: "orders",
                columns: table => new
                {
                    order_number = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    method_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_order_ledger", x => new { x.order_number, x.sequence });
                    table.ForeignKey(
                        name: "fk_order_ledger_orders_order_number",
                        column: x => x.order_number,
                        principalSchema: "orders",
                        principalTable: "orders",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "payment_methods",
                schema: "orders",
                columns: table => new
                {
                    owner_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    brand = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    last_four = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    balance = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_methods", x => new { x.owner_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_customers_email_key",
                schema: "orders",
                table: "customers",
                column: "email_key");

            migrationBuilder.CreateIndex(
                name: "ix_customers_name_key_postal_key",
                schema: "orders",
                table: "customers",
                columns: new[] { "name_key", "postal_key" });

            migrationBuilder.CreateIndex(
                name: "ix_order_ledger_at",
                schema: "orders",
                table: "order_ledger",
                column: "at");

            // Orders from before the ledger were each paid once, in full.
            migrationBuilder.Sql("INSERT INTO orders.order_ledger (order_number, sequence, kind, amount, method_id, at, settled_at) SELECT number, 1, 'payment', total, payment_id, placed_at, placed_at FROM orders.orders WHERE total > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "order_ledger",
                schema: "orders");

            migrationBuilder.DropTable(
                name: "payment_methods",
                schema: "orders");

            migrationBuilder.DropIndex(
                name: "ix_customers_email_key",
                schema: "orders",
                table: "customers");

            migrationBuilder.DropIndex(
                name: "ix_customers_name_key_postal_key",
                schema: "orders",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "cancel_reason",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "exchange",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "items_changed",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "return",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "ship_to",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "shipments",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "version",
                schema: "orders",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "email_key",
                schema: "orders",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "name_key",
                schema: "orders",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "postal_address",
                schema: "orders",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "postal_key",
                schema: "orders",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "version",
                schema: "orders",
                table: "customers");

            migrationBuilder.AlterColumn<string>(
                name: "number",
                schema: "orders",
                table: "orders",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(32)",
                oldMaxLength: 32);
        }
    }
}
