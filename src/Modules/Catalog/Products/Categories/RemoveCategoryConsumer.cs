using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Products.Categories;

internal sealed class RemoveCategoryConsumer(CatalogDbContext db) : IConsumer<RemoveCategory>
{
    public async Task Consume(ConsumeContext<RemoveCategory> context)
    {
        var name = context.Message.Name;
        if (await db.Categories.AnyAsync(x => x.Parent == name, context.CancellationToken))
        {
            await context.RespondAsync(new ChangeRejected { Faults = [new FieldFault { Field = "name", Reason = "has others below it. Move or remove those first." }] });
            return;
        }
        await db.Categories.Where(x => x.Name == name).ExecuteDeleteAsync(context.CancellationToken);
        await context.RespondAsync(new CategoryRemoved { Name = name });
    }
}
