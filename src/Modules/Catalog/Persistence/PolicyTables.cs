using EcommerceBot.Catalog.Policies;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Persistence;

/// <summary>The shop's documents and their passages. The words of passages are indexed beside them, see the migrations.</summary>
internal static class PolicyTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Policy>(policy =>
        {
            policy.ToTable("policies").HasKey(x => x.Id);
            policy.Property(x => x.Id).ValueGeneratedNever();
            policy.Property(x => x.Slug).HasMaxLength(Policy.LongestSlug);
            policy.Property(x => x.Language).HasMaxLength(Policy.LongestLanguage);
            policy.Property(x => x.Title).HasMaxLength(Policy.LongestTitle);
            policy.Property(x => x.Kind).HasMaxLength(20);
            policy.Property(x => x.Url).HasMaxLength(Policy.LongestUrl);
            policy.Property(x => x.Version).IsConcurrencyToken();
            policy.HasIndex(x => new { x.Slug, x.Language }).IsUnique();
        });
        model.Entity<Passage>(passage =>
        {
            passage.ToTable("passages").HasKey(x => x.Id);
            passage.Property(x => x.Title).HasMaxLength(Passage.LongestTitle);
            passage.HasIndex(x => new { x.PolicyId, x.Position });
            passage.HasOne<Policy>().WithMany().HasForeignKey(x => x.PolicyId);
        });
    }
}
