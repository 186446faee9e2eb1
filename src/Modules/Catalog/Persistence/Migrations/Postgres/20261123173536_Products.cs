using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace EcommerceBot.Catalog.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Products : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "barcode",
                schema: "catalog",
                table: "variants",
                type: "character varying(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "compare_at_price",
                schema: "catalog",
                table: "variants",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "other_prices",
                schema: "catalog",
                table: "variants",
                type: "text",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "tax_class",
                schema: "catalog",
                table: "variants",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "weight_grams",
                schema: "catalog",
                table: "variants",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "low_at",
                schema: "catalog",
                table: "stock",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "attributes",
                schema: "catalog",
                table: "products",
                type: "text",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "media",
                schema: "catalog",
                table: "products",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "slug",
                schema: "catalog",
                table: "products",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "sold_before",
                schema: "catalog",
                table: "products",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "status",
                schema: "catalog",
                table: "products",
                type: "character varying(10)",
                maxLength: 10,
                nullable: false,
                defaultValue: "Active");

            migrationBuilder.AddColumn<string>(
                name: "tags",
                schema: "catalog",
                table: "products",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "texts",
                schema: "catalog",
                table: "products",
                type: "text",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "updated_at",
                schema: "catalog",
                table: "products",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<int>(
                name: "version",
                schema: "catalog",
                table: "products",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "catalog",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    who = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    product_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sku = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    from = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    to = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "categories",
                schema: "catalog",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    parent = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_categories", x => x.name);
                    table.ForeignKey(
                        name: "fk_categories_categories_parent",
                        column: x => x.parent,
                        principalSchema: "catalog",
                        principalTable: "categories",
                        principalColumn: "name",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "policies",
                schema: "catalog",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    body = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_policies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stock_requests",
                schema: "catalog",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_requests", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "passages",
                schema: "catalog",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    policy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passages", x => x.id);
                    table.ForeignKey(
                        name: "fk_passages_policies_policy_id",
                        column: x => x.policy_id,
                        principalSchema: "catalog",
                        principalTable: "policies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_products_category",
                schema: "catalog",
                table: "products",
                column: "category");

            migrationBuilder.CreateIndex(
                name: "ix_products_slug",
                schema: "catalog",
                table: "products",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_product_id_id",
                schema: "catalog",
                table: "audit",
                columns: new[] { "product_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_sku_id",
                schema: "catalog",
                table: "audit",
                columns: new[] { "sku", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_categories_parent",
                schema: "catalog",
                table: "categories",
                column: "parent");

            migrationBuilder.CreateIndex(
                name: "ix_passages_policy_id_position",
                schema: "catalog",
                table: "passages",
                columns: new[] { "policy_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_policies_slug_language",
                schema: "catalog",
                table: "policies",
                columns: new[] { "slug", "language" },
                unique: true);

            // By hand, since the model does not hold the index. A language that PostgreSQL has no stemmer for is searched word for word.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION catalog.language_of(tag text) RETURNS regconfig LANGUAGE sql IMMUTABLE AS $$
                SELECT CASE split_part(lower(tag), '-', 1)
                    WHEN 'da' THEN 'pg_catalog.danish' WHEN 'de' THEN 'pg_catalog.german' WHEN 'en' THEN 'pg_catalog.english' WHEN 'es' THEN 'pg_catalog.spanish'
                    WHEN 'fi' THEN 'pg_catalog.finnish' WHEN 'fr' THEN 'pg_catalog.french' WHEN 'hu' THEN 'pg_catalog.hungarian' WHEN 'it' THEN 'pg_catalog.italian'
                    WHEN 'nl' THEN 'pg_catalog.dutch' WHEN 'no' THEN 'pg_catalog.norwegian' WHEN 'pt' THEN 'pg_catalog.portuguese' WHEN 'ro' THEN 'pg_catalog.romanian'
                    WHEN 'ru' THEN 'pg_catalog.russian' WHEN 'sv' THEN 'pg_catalog.swedish' WHEN 'tr' THEN 'pg_catalog.turkish' ELSE 'pg_catalog.simple' END::regconfig
                $$;
                """);
            migrationBuilder.Sql("CREATE TABLE catalog.passage_words (passage_id bigint PRIMARY KEY, language text NOT NULL, words tsvector NOT NULL);");
            migrationBuilder.Sql("CREATE INDEX ix_passage_words_words ON catalog.passage_words USING gin (words);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE catalog.passage_words;");
            migrationBuilder.Sql("DROP FUNCTION catalog.language_of(text);");

            migrationBuilder.DropTable(
                name: "audit",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "categories",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "passages",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "stock_requests",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "policies",
                schema: "catalog");

            migrationBuilder.DropIndex(
                name: "ix_products_category",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropIndex(
                name: "ix_products_slug",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropColumn(
                name: "barcode",
                schema: "catalog",
                table: "variants");

            migrationBuilder.DropColumn(
                name: "compare_at_price",
                schema: "catalog",
                table: "variants");

            migrationBuilder.DropColumn(
                name: "other_prices",
                schema: "catalog",
                table: "variants");

            migrationBuilder.DropColumn(
                name: "tax_class",
                schema: "catalog",
                table: "variants");

            migrationBuilder.DropColumn(
                name: "weight_grams",
                schema: "catalog",
                table: "variants");

            migrationBuilder.DropColumn(
                name: "low_at",
                schema: "catalog",
                table: "stock");

            migrationBuilder.DropColumn(
                name: "attributes",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropColumn(
                name: "media",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropColumn(
                name: "slug",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropColumn(
                name: "sold_before",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropColumn(
                name: "status",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropColumn(
                name: "tags",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropColumn(
                name: "texts",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropColumn(
                name: "updated_at",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropColumn(
                name: "version",
                schema: "catalog",
                table: "products");
        }
    }
}
