using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcommerceBot.Catalog.Persistence.Migrations.Postgres
{
    public partial class SearchTables : Migration
    {
        // By hand, since the model does not hold the index. The dictionary stems like PostgreSQL's own English one but knows no stop words:
        // those are a matter of the question, and "All Terrain" is a title. Extensions stay when the tables go: others may use them.

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("CREATE EXTENSION IF NOT EXISTS pg_trgm;");
            migrationBuilder.Sql("CREATE TEXT SEARCH DICTIONARY catalog.stems (TEMPLATE = snowball, Language = english);");
            migrationBuilder.Sql(
                """
                CREATE TEXT SEARCH CONFIGURATION catalog.words (PARSER = pg_catalog."default");
                ALTER TEXT SEARCH CONFIGURATION catalog.words ADD MAPPING FOR asciiword, word, hword, hword_part, asciihword, hword_asciipart WITH catalog.stems;
                ALTER TEXT SEARCH CONFIGURATION catalog.words ADD MAPPING FOR numword, numhword, hword_numpart, int, uint, float, sfloat WITH simple;
                """);
            migrationBuilder.Sql("CREATE TABLE catalog.search_documents (position bigint PRIMARY KEY, document tsvector NOT NULL);");
            migrationBuilder.Sql("CREATE INDEX ix_search_documents_document ON catalog.search_documents USING gin (document) WITH (fastupdate = off);");
            migrationBuilder.Sql("CREATE TABLE catalog.search_words (word text PRIMARY KEY, products integer NOT NULL);");
            migrationBuilder.Sql("CREATE INDEX ix_search_words_word ON catalog.search_words USING gist (word gist_trgm_ops);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE catalog.search_words;");
            migrationBuilder.Sql("DROP TABLE catalog.search_documents;");
            migrationBuilder.Sql("DROP TEXT SEARCH CONFIGURATION catalog.words;");
            migrationBuilder.Sql("DROP TEXT SEARCH DICTIONARY catalog.stems;");
        }
    }
}
