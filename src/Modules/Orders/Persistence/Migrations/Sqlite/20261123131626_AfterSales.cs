using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Orders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AfterSales : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "cancel_reason",
                table: "orders_orders",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "exchange",
                table: "orders_orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "items_changed",
                table: "orders_orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "return",
                table: "orders_orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ship_to",
                table: "orders_orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "shipments",
                table: "orders_orders",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "orders_orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "email_key",
                table: "orders_customers",
                type: "TEXT",
                maxLength: 508,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "name_key",
                table: "orders_customers",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "postal_address",
                table: "orders_customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "postal_key",
                table: "orders_customers",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "orders_customers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "orders_order_ledger",
                columns: table => new
                {
                    order_number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    method_id = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_order_ledger", x => new { x.order_number, x.sequence });
                    table.ForeignKey(
                        name: "fk_orders_order_ledger_orders_order_number",
                        column: x => x.order_number,
                        principalTable: "orders_orders",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "orders_payment_methods",
                columns: table => new
                {
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    brand = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    last_four = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    balance = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_payment_methods", x => new { x.owner_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_orders_customers_email_key",
                table: "orders_customers",
                column: "email_key");

            migrationBuilder.CreateIndex(
                name: "ix_orders_customers_name_key_postal_key",
                table: "orders_customers",
                columns: new[] { "name_key", "postal_key" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_order_ledger_at",
                table: "orders_order_ledger",
                column: "at");

            // Orders from before the ledger were each paid once, in full.
            migrationBuilder.Sql("INSERT INTO orders_order_ledger (order_number, sequence, kind, amount, method_id, at, settled_at) SELECT number, 1, 'payment', total, payment_id, placed_at, placed_at FROM orders_orders WHERE total > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "orders_order_ledger");

            migrationBuilder.DropTable(
                name: "orders_payment_methods");

            migrationBuilder.DropIndex(
                name: "ix_orders_customers_email_key",
                table: "orders_customers");

            migrationBuilder.DropIndex(
                name: "ix_orders_customers_name_key_postal_key",
                table: "orders_customers");

            migrationBuilder.DropColumn(
                name: "cancel_reason",
                table: "orders_orders");

            migrationBuilder.DropColumn(
                name: "exchange",
                table: "orders_orders");

            migrationBuilder.DropColumn(
                name: "items_changed",
                table: "orders_orders");

            migrationBuilder.DropColumn(
                name: "return",
                table: "orders_orders");

            migrationBuilder.DropColumn(
                name: "ship_to",
                table: "orders_orders");

            migrationBuilder.DropColumn(
                name: "shipments",
                table: "orders_orders");

            migrationBuilder.DropColumn(
                name: "version",
                table: "orders_orders");

            migrationBuilder.DropColumn(
                name: "email_key",
                table: "orders_customers");

            migrationBuilder.DropColumn(
                name: "name_key",
                table: "orders_customers");

            migrationBuilder.DropColumn(
                name: "postal_address",
                table: "orders_customers");

            migrationBuilder.DropColumn(
                name: "postal_key",
                table: "orders_customers");

            migrationBuilder.DropColumn(
                name: "version",
                table: "orders_customers");
        }
    }
}
