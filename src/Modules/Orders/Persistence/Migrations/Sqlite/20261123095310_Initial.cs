using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Orders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "orders_carts",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    lines = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_carts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders_checkouts",
                columns: table => new
                {
                    correlation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    current_state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    lines = table.Column<string>(type: "TEXT", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    payment_url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    payment_expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    payment_id = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    payment_timeout_token = table.Column<Guid>(type: "TEXT", nullable: true),
                    order_number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    failure_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_checkouts", x => x.correlation_id);
                });

            migrationBuilder.CreateTable(
                name: "orders_customers",
                columns: table => new
                {
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_customers", x => x.owner_id);
                });

            migrationBuilder.CreateTable(
                name: "orders_handled_calls",
                columns: table => new
                {
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    fingerprint = table.Column<byte[]>(type: "BLOB", nullable: false),
                    outcome_type = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_handled_calls", x => new { x.owner_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "orders_orders",
                columns: table => new
                {
                    number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    checkout_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    lines = table.Column<string>(type: "TEXT", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    payment_id = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    buyer_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    buyer_email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    buyer_address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    placed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_orders", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "orders_payment_events",
                columns: table => new
                {
                    provider = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    event_id = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    payment_id = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_payment_events", x => new { x.provider, x.event_id });
                });

            migrationBuilder.CreateTable(
                name: "orders_payments",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    checkout_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_payments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders_quotes",
                columns: table => new
                {
                    checkout_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cart_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    cart_version = table.Column<int>(type: "INTEGER", nullable: false),
                    lines = table.Column<string>(type: "TEXT", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    buyer_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    buyer_email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    buyer_address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    confirmation = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    completed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    canceled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_quotes", x => x.checkout_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_orders_carts_owner_id",
                table: "orders_carts",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_orders_orders_checkout_id",
                table: "orders_orders",
                column: "checkout_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_orders_owner_id_placed_at",
                table: "orders_orders",
                columns: new[] { "owner_id", "placed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_payment_events_payment_id",
                table: "orders_payment_events",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "ix_orders_payments_checkout_id",
                table: "orders_payments",
                column: "checkout_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_quotes_owner_id",
                table: "orders_quotes",
                column: "owner_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "orders_carts");

            migrationBuilder.DropTable(
                name: "orders_checkouts");

            migrationBuilder.DropTable(
                name: "orders_customers");

            migrationBuilder.DropTable(
                name: "orders_handled_calls");

            migrationBuilder.DropTable(
                name: "orders_orders");

            migrationBuilder.DropTable(
                name: "orders_payment_events");

            migrationBuilder.DropTable(
                name: "orders_payments");

            migrationBuilder.DropTable(
                name: "orders_quotes");
        }
    }
}
