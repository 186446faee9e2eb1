using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Orders.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Reminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reminder_wishes",
                schema: "orders",
                columns: table => new
                {
                    owner_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_wanted = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder_wishes", x => x.owner_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_carts_expires_at",
                schema: "orders",
                table: "carts",
                column: "expires_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reminder_wishes",
                schema: "orders");

            migrationBuilder.DropIndex(
                name: "ix_carts_expires_at",
                schema: "orders",
                table: "carts");
        }
    }
}
