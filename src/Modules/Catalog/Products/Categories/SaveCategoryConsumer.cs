using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products.Admin;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Products.Categories;

/// <summary>Puts a category into the tree or moves it; never below itself.</summary>
internal sealed class SaveCategoryConsumer(CatalogDbContext db) : IConsumer<SaveCategory>
{
    public async Task Consume(ConsumeContext<SaveCategory> context)
    {
        var request = context.Message with { Name = context.Message.Name.Trim(), Parent = string.IsNullOrWhiteSpace(context.Message.Parent) ? null : context.Message.Parent.Trim() };
        var parents = await db.Categories.AsNoTracking().ToDictionaryAsync(x => x.Name, x => x.Parent, StringComparer.Ordinal, context.CancellationToken);
        var faults = new List<FieldFault>();
        LineFaults.Check(faults, request.Name.Length is 0 or > Product.LongestName || request.Name.Any(char.IsControl), "name", $"should have 1 to {Product.LongestName} plain characters.");
        LineFaults.Check(faults, request.Parent is { } parent && !parents.ContainsKey(parent), "parent", "is not in the tree. Put it there first.");
        var above = Above(request.Parent, parents).ToList();
        LineFaults.Check(faults, above.Contains(request.Name), "parent", "is the category itself or stands below it.");
        LineFaults.Check(faults, above.Count >= ProductCategory.Deepest, "parent", $"is too deep: a tree has at most {ProductCategory.Deepest} levels.");
        if (faults.Count > 0)
        {
            await context.RespondAsync(new ChangeRejected { Faults = faults });
            return;
        }
        var category = await db.Categories.SingleOrDefaultAsync(x => x.Name == request.Name, context.CancellationToken);
        if (category is null)
            db.Add(category = new ProductCategory { Name = request.Name });
        (category.Parent, category.Position) = (request.Parent, request.Position);
        await context.RespondAsync(new CategorySaved { Name = category.Name, Parent = category.Parent });
    }

    /// <summary>The way to the root. It ends even if two moves at once had made a ring.</summary>
    private static IEnumerable<string> Above(string? name, Dictionary<string, string?> parents)
    {
        for (var steps = 0; name is not null && steps <= parents.Count; steps++)
        {
            yield return name;
            name = parents.GetValueOrDefault(name);
        }
    }
}
