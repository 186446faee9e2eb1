using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Catalog.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Products : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "barcode",
                table: "catalog_variants",
                type: "TEXT",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "compare_at_price",
                table: "catalog_variants",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "other_prices",
                table: "catalog_variants",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "tax_class",
                table: "catalog_variants",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "weight_grams",
                table: "catalog_variants",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "low_at",
                table: "catalog_stock",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "attributes",
                table: "catalog_products",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "media",
                table: "catalog_products",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "slug",
                table: "catalog_products",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "sold_before",
                table: "catalog_products",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "status",
                table: "catalog_products",
                type: "TEXT",
                maxLength: 10,
                nullable: false,
                defaultValue: "Active");

            migrationBuilder.AddColumn<string>(
                name: "tags",
                table: "catalog_products",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "texts",
                table: "catalog_products",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<long>(
                name: "updated_at",
                table: "catalog_products",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "catalog_products",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "catalog_audit",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    who = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    product_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sku = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    from = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    to = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_categories",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    parent = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_categories", x => x.name);
                    table.ForeignKey(
                        name: "fk_catalog_categories_catalog_categories_parent",
                        column: x => x.parent,
                        principalTable: "catalog_categories",
                        principalColumn: "name",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "catalog_policies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_policies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_stock_requests",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    fingerprint = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_stock_requests", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "catalog_passages",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    policy_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_passages", x => x.id);
                    table.ForeignKey(
                        name: "fk_catalog_passages_policies_policy_id",
                        column: x => x.policy_id,
                        principalTable: "catalog_policies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_products_category",
                table: "catalog_products",
                column: "category");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_products_slug",
                table: "catalog_products",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_catalog_audit_product_id_id",
                table: "catalog_audit",
                columns: new[] { "product_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_audit_sku_id",
                table: "catalog_audit",
                columns: new[] { "sku", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_categories_parent",
                table: "catalog_categories",
                column: "parent");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_passages_policy_id_position",
                table: "catalog_passages",
                columns: new[] { "policy_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_policies_slug_language",
                table: "catalog_policies",
                columns: new[] { "slug", "language" },
                unique: true);

            // By hand, since EF knows no FTS5. The row id is the passage's.
            migrationBuilder.Sql("CREATE VIRTUAL TABLE catalog_passage_words USING fts5(language UNINDEXED, title, text, tokenize = 'porter unicode61 remove_diacritics 2');");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE catalog_passage_words;");

            migrationBuilder.DropTable(
                name: "catalog_audit");

            migrationBuilder.DropTable(
                name: "catalog_categories");

            migrationBuilder.DropTable(
                name: "catalog_passages");

            migrationBuilder.DropTable(
                name: "catalog_stock_requests");

            migrationBuilder.DropTable(
                name: "catalog_policies");

            migrationBuilder.DropIndex(
                name: "ix_catalog_products_category",
                table: "catalog_products");

            migrationBuilder.DropIndex(
                name: "ix_catalog_products_slug",
                table: "catalog_products");

            migrationBuilder.DropColumn(
                name: "barcode",
                table: "catalog_variants");

            migrationBuilder.DropColumn(
                name: "compare_at_price",
                table: "catalog_variants");

            migrationBuilder.DropColumn(
                name: "other_prices",
                table: "catalog_variants");

            migrationBuilder.DropColumn(
                name: "tax_class",
                table: "catalog_variants");

            migrationBuilder.DropColumn(
                name: "weight_grams",
                table: "catalog_variants");

            migrationBuilder.DropColumn(
                name: "low_at",
                table: "catalog_stock");

            migrationBuilder.DropColumn(
                name: "attributes",
                table: "catalog_products");

            migrationBuilder.DropColumn(
                name: "media",
                table: "catalog_products");

            migrationBuilder.DropColumn(
                name: "slug",
                table: "catalog_products");

            migrationBuilder.DropColumn(
                name: "sold_before",
                table: "catalog_products");

            migrationBuilder.DropColumn(
                name: "status",
                table: "catalog_products");

            migrationBuilder.DropColumn(
                name: "tags",
                table: "catalog_products");

            migrationBuilder.DropColumn(
                name: "texts",
                table: "catalog_products");

            migrationBuilder.DropColumn(
                name: "updated_at",
                table: "catalog_products");

            migrationBuilder.DropColumn(
                name: "version",
                table: "catalog_products");
        }
    }
}
