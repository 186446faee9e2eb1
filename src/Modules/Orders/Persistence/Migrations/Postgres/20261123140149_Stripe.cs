using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Orders.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Stripe : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reference",
                schema: "orders",
                table: "payments",
                type: "character varying(255)",
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "timeline",
                schema: "orders",
                table: "orders",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateIndex(
                name: "ix_payments_reference",
                schema: "orders",
                table: "payments",
                column: "reference");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_payments_reference",
                schema: "orders",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "reference",
                schema: "orders",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "timeline",
                schema: "orders",
                table: "orders");
        }
    }
}
