using EcommerceBot.Catalog.Search;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Persistence;

/// <summary>The operator's words for the search.</summary>
internal static class SynonymTable
{
    public static void Map(ModelBuilder model) => model.Entity<Synonym>(synonym =>
    {
        synonym.ToTable("synonyms").HasKey(x => x.Word);
        synonym.Property(x => x.Word).HasMaxLength(100);
        synonym.Property(x => x.Means).HasMaxLength(200);
    });
}
