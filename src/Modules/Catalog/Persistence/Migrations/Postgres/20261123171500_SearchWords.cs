using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Catalog.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    [DbContext(typeof(PostgresCatalogDbContext))]
    [Migration("20261123171500_SearchWords")]
    public partial class SearchWords : Migration
    {
        // By hand, since the model does not hold the index. Synonyms that a shop has keep what its operator made of them.
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("CREATE INDEX ix_search_words_bytes ON catalog.search_words (word COLLATE \"C\");");
            migrationBuilder.Sql($"INSERT INTO catalog.synonyms (word, means) VALUES {Search.StartingSynonyms.Values} ON CONFLICT (word) DO NOTHING;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX catalog.ix_search_words_bytes;");
        }
    }
}
