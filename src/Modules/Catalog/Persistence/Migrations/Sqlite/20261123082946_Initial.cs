using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Catalog.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "catalog_products",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    brand = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    category = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    image_url = table.Column<string>(type: "TEXT", nullable: true),
                    sold = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_products", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_reservations",
                columns: table => new
                {
                    checkout_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_reservations", x => x.checkout_id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_variants",
                columns: table => new
                {
                    sku = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    product_id = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    options = table.Column<string>(type: "TEXT", nullable: false),
                    price = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_variants", x => x.sku);
                    table.ForeignKey(
                        name: "fk_catalog_variants_catalog_products_product_id",
                        column: x => x.product_id,
                        principalTable: "catalog_products",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "catalog_reserved_lines",
                columns: table => new
                {
                    checkout_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sku = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_reserved_lines", x => new { x.checkout_id, x.sku });
                    table.CheckConstraint("ck_catalog_reserved_lines", "quantity > 0");
                    table.ForeignKey(
                        name: "fk_catalog_reserved_lines_catalog_reservations_checkout_id",
                        column: x => x.checkout_id,
                        principalTable: "catalog_reservations",
                        principalColumn: "checkout_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "catalog_stock",
                columns: table => new
                {
                    sku = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    on_hand = table.Column<int>(type: "INTEGER", nullable: false),
                    reserved = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_stock", x => x.sku);
                    table.CheckConstraint("ck_catalog_stock", "reserved >= 0 AND on_hand >= reserved");
                    table.ForeignKey(
                        name: "fk_catalog_stock_catalog_variants_sku",
                        column: x => x.sku,
                        principalTable: "catalog_variants",
                        principalColumn: "sku",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_products_position",
                table: "catalog_products",
                column: "position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_catalog_products_sold_position",
                table: "catalog_products",
                columns: new[] { "sold", "position" },
                descending: new[] { true, false });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_reservations_status_expires_at",
                table: "catalog_reservations",
                columns: new[] { "status", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_variants_product_id",
                table: "catalog_variants",
                column: "product_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalog_reserved_lines");

            migrationBuilder.DropTable(
                name: "catalog_stock");

            migrationBuilder.DropTable(
                name: "catalog_reservations");

            migrationBuilder.DropTable(
                name: "catalog_variants");

            migrationBuilder.DropTable(
                name: "catalog_products");
        }
    }
}
