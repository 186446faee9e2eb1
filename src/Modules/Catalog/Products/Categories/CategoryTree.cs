using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Products.Categories;

/// <summary>The categories as a tree, with those at the root that only products name.</summary>
internal static class CategoryTree
{
    public static async Task<IReadOnlyList<CategoryNode>> ReadAsync(CatalogDbContext db, CancellationToken cancellationToken)
    {
        var counts = await db.Products.Where(x => x.Category != null && x.Status == ProductStatus.Active).GroupBy(x => x.Category!)
            .ToDictionaryAsync(group => group.Key, group => group.Count(), StringComparer.Ordinal, cancellationToken);
        var known = await db.Categories.AsNoTracking().OrderBy(x => x.Position).ThenBy(x => x.Name).ToListAsync(cancellationToken);
        var below = known.ToLookup(x => x.Parent);
        var names = known.Select(x => x.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. below[null].Select(root => Node(root.Name, below, counts)),
            .. counts.Keys.Where(name => !names.Contains(name)).Order(StringComparer.Ordinal).Select(name => new CategoryNode(name, counts[name], [])),
        ];
    }

    /// <summary>The category and all that stand below it.</summary>
    public static async Task<IReadOnlyList<string>> WithBelowAsync(CatalogDbContext db, string name, CancellationToken cancellationToken)
    {
        var below = (await db.Categories.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(x => x.Parent, x => x.Name);
        var names = new List<string> { name };
        for (var index = 0; index < names.Count; index++)
            names.AddRange(below[names[index]].Where(child => !names.Contains(child)));
        return names;
    }

    private static CategoryNode Node(string name, ILookup<string?, ProductCategory> below, Dictionary<string, int> counts) =>
        new(name, counts.GetValueOrDefault(name), [.. below[name].Select(child => Node(child.Name, below, counts))]);
}

/// <summary>A category, how many active products name it, and what stands below it.</summary>
internal sealed record CategoryNode(string Name, int Products, IReadOnlyList<CategoryNode> Below);
