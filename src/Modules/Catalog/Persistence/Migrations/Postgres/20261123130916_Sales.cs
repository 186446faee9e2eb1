using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Catalog.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Sales : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "sales",
                schema: "catalog",
                columns: table => new
                {
                    product_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    sold = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sales", x => x.product_id);
                    table.ForeignKey(
                        name: "fk_sales_products_product_id",
                        column: x => x.product_id,
                        principalSchema: "catalog",
                        principalTable: "products",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_sales_sold_position",
                schema: "catalog",
                table: "sales",
                columns: new[] { "sold", "position" },
                descending: new[] { true, false });

            migrationBuilder.Sql("INSERT INTO catalog.sales (product_id, position, sold) SELECT id, position, sold FROM catalog.products;");

            migrationBuilder.DropIndex(
                name: "ix_products_sold_position",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropColumn(
                name: "sold",
                schema: "catalog",
                table: "products");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "sold",
                schema: "catalog",
                table: "products",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.Sql("UPDATE catalog.products SET sold = coalesce((SELECT x.sold FROM catalog.sales x WHERE x.product_id = catalog.products.id), 0);");

            migrationBuilder.DropTable(
                name: "sales",
                schema: "catalog");

            migrationBuilder.CreateIndex(
                name: "ix_products_sold_position",
                schema: "catalog",
                table: "products",
                columns: new[] { "sold", "position" },
                descending: new[] { true, false });
        }
    }
}
