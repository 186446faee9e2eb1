using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Catalog.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Sales : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "catalog_sales",
                columns: table => new
                {
                    product_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    sold = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_sales", x => x.product_id);
                    table.ForeignKey(
                        name: "fk_catalog_sales_catalog_products_product_id",
                        column: x => x.product_id,
                        principalTable: "catalog_products",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_sales_sold_position",
                table: "catalog_sales",
                columns: new[] { "sold", "position" },
                descending: new[] { true, false });

            migrationBuilder.Sql("INSERT INTO catalog_sales (product_id, position, sold) SELECT id, position, sold FROM catalog_products;");

            migrationBuilder.DropIndex(
                name: "ix_catalog_products_sold_position",
                table: "catalog_products");

            // By hand: EF would copy the whole table.
            migrationBuilder.Sql("ALTER TABLE catalog_products DROP COLUMN sold;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "sold",
                table: "catalog_products",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.Sql("UPDATE catalog_products SET sold = coalesce((SELECT x.sold FROM catalog_sales x WHERE x.product_id = catalog_products.id), 0);");

            migrationBuilder.DropTable(
                name: "catalog_sales");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_products_sold_position",
                table: "catalog_products",
                columns: new[] { "sold", "position" },
                descending: new[] { true, false });
        }
    }
}
