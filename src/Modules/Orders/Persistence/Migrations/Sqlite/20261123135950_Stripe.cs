using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Orders.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Stripe : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reference",
                table: "orders_payments",
                type: "TEXT",
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "timeline",
                table: "orders_orders",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateIndex(
                name: "ix_orders_payments_reference",
                table: "orders_payments",
                column: "reference");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_orders_payments_reference",
                table: "orders_payments");

            migrationBuilder.DropColumn(
                name: "reference",
                table: "orders_payments");

            migrationBuilder.DropColumn(
                name: "timeline",
                table: "orders_orders");
        }
    }
}
