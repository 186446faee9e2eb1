using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Catalog.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    [DbContext(typeof(SqliteCatalogDbContext))]
    [Migration("20261123171500_SearchWords")]
    public partial class SearchWords : Migration
    {
        // By hand, since the model does not hold the index. Synonyms that a shop has keep what its operator made of them.
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql($"INSERT INTO catalog_synonyms (word, means) VALUES {Search.StartingSynonyms.Values} ON CONFLICT (word) DO NOTHING;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Its rows belong to the operator by now.
        }
    }
}
