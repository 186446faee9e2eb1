using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace EcommerceBot.Tools.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AuditAndRotation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "first_key_id",
                schema: "tools",
                table: "api_keys",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_used_at",
                schema: "tools",
                table: "api_keys",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "audited_calls",
                schema: "tools",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    owner_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    via = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    tool = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    outcome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    duration_ms = table.Column<int>(type: "integer", nullable: false),
                    argument_form = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audited_calls", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audited_calls_at",
                schema: "tools",
                table: "audited_calls",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audited_calls_owner_id_at",
                schema: "tools",
                table: "audited_calls",
                columns: new[] { "owner_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audited_calls",
                schema: "tools");

            migrationBuilder.DropColumn(
                name: "first_key_id",
                schema: "tools",
                table: "api_keys");

            migrationBuilder.DropColumn(
                name: "last_used_at",
                schema: "tools",
                table: "api_keys");
        }
    }
}
