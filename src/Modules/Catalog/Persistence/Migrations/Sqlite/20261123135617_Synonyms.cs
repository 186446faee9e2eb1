using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Catalog.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Synonyms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "catalog_synonyms",
                columns: table => new
                {
                    word = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    means = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_synonyms", x => x.word);
                });

            migrationBuilder.Sql($"INSERT INTO catalog_synonyms (word, means) VALUES {Search.StartingSynonyms.Values};");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalog_synonyms");
        }
    }
}
