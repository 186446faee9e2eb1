using System.Text.Json;
using System.Text.Json.Nodes;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Products.Admin;

/// <summary>Makes or changes one product. A change is merged into what is there and then checked as a whole, so that a product is always one that could be made.</summary>
internal sealed class SaveProductConsumer(
    CatalogDbContext db, FormApplication application, ProductShelf shelf, TakenNames names, IOptions<ShopOptions> shop, TimeProvider time) : IConsumer<SaveProduct>
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public async Task Consume(ConsumeContext<SaveProduct> context)
    {
        var (request, cancellationToken) = (context.Message, context.CancellationToken);
        var known = request.ProductId is { } id ? await FindAsync(id, cancellationToken) : null;
        if (request.ProductId is not null && known is null)
            await context.RespondAsync(new ProductNotFound { ProductId = request.ProductId });
        else if (known is not null && request.Version is { } seen && seen != known.Version)
            await RejectAsync(context, "stale", [new FieldFault { Field = "version", Reason = $"is {known.Version} by now. Look at the product again." }]);
        else
            await SaveAsync(context, known);
    }

    private async Task SaveAsync(ConsumeContext<SaveProduct> context, Product? known)
    {
        var faults = new List<FieldFault>();
        var form = Read(context.Message.Document, known, faults);
        if (form is null || faults.Count > 0)
        {
            await RejectAsync(context, "invalid", faults);
            return;
        }
        if (await names.CollisionsAsync(form, known, context.CancellationToken) is { Count: > 0 } taken)
        {
            await RejectAsync(context, taken.Exists(x => x.IsInvalid) ? "invalid" : "taken", [.. taken.Select(x => x.Fault)]);
            return;
        }
        var indexed = known is null ? null : ProductShelf.DocumentOf(known);
        var before = known is null ? "" : JsonColumns.Write(known.Document());
        var product = known ?? await AddAsync(form, context.CancellationToken);
        application.Apply(form, product, known is null, context.Message.By);
        if (JsonColumns.Write(product.Document()) != before)
        {
            product.Version += known is null ? 0 : 1;
            product.UpdatedAt = time.GetUtcNow();
            await shelf.PlaceAsync(product, indexed, context.CancellationToken);
            await context.Publish(new ProductChanged { ProductId = product.Id, ChangedAt = product.UpdatedAt });
        }
        await context.RespondAsync(new ProductSaved { Product = product.Document() });
    }

    private ProductForm? Read(string document, Product? known, List<FieldFault> faults)
    {
        try
        {
            if (JsonNode.Parse(document, documentOptions: Strict) is JsonObject patch)
            {
                var whole = known is null ? [] : JsonSerializer.SerializeToNode(known.Document(), JsonSerializerOptions.Web)!.AsObject();
                MergePatch.Apply(whole, patch);
                return new ProductFormReader(shop.Value.Currency, faults).Read(whole);
            }
            faults.Add(new FieldFault { Field = "", Reason = "should be a JSON object." });
        }
        catch (JsonException exception)
        {
            faults.Add(new FieldFault { Field = "", Reason = $"is not valid JSON: {exception.Message}" });
        }
        return null;
    }

    private Task<Product?> FindAsync(string id, CancellationToken cancellationToken) =>
        Variant.CouldBeId(id) ? db.Products.WithVariants().SingleOrDefaultAsync(x => x.Id == id, cancellationToken) : Task.FromResult<Product?>(null);

    private async Task<Product> AddAsync(ProductForm form, CancellationToken cancellationToken)
    {
        var last = await db.Products.MaxAsync(x => (long?)x.Position, cancellationToken) ?? 0;
        var product = new Product { Id = form.Id ?? $"p-{Guid.CreateVersion7():N}", Position = last + 1, Title = form.Title, Description = form.Description };
        db.Add(product);
        return product;
    }

    private static Task RejectAsync(ConsumeContext<SaveProduct> context, string code, IReadOnlyList<FieldFault> faults) =>
        context.RespondAsync(new ProductRejected { Code = code, Faults = faults });
}
