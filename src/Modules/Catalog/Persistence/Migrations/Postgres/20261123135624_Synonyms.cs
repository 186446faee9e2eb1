using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Catalog.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Synonyms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "synonyms",
                schema: "catalog",
                columns: table => new
                {
                    word = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    means = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_synonyms", x => x.word);
                });

            migrationBuilder.Sql($"INSERT INTO catalog.synonyms (word, means) VALUES {Search.StartingSynonyms.Values};");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "synonyms",
                schema: "catalog");
        }
    }
}
