using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Catalog.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchTables : Migration
    {
        // By hand, since EF knows no FTS5. Documents keep no text of their own (contentless): the products have it. The row id is the
        // product's position. Words are counted by products and cut into trigrams to find the one that was meant.
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                CREATE VIRTUAL TABLE catalog_search USING fts5(
                    title, brand, category, options, description,
                    content = '', contentless_delete = 1, prefix = '3 4', tokenize = 'porter unicode61 remove_diacritics 2');
                """);
            migrationBuilder.Sql("CREATE TABLE catalog_search_words (word TEXT NOT NULL PRIMARY KEY, products INTEGER NOT NULL) WITHOUT ROWID;");
            migrationBuilder.Sql(
                """
                CREATE TABLE catalog_search_grams (
                    gram TEXT NOT NULL, length INTEGER NOT NULL, word TEXT NOT NULL, PRIMARY KEY (gram, length, word)) WITHOUT ROWID;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE catalog_search_grams;");
            migrationBuilder.Sql("DROP TABLE catalog_search_words;");
            migrationBuilder.Sql("DROP TABLE catalog_search;");
        }
    }
}
