using System.Net;
using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Tests.Channels.WhatsApp;

/// <summary>Meta's own samples, as they stand in its API description.</summary>
public sealed class SampleBodiesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [StoreFact]
    public async Task EachSampleFourTimesShuffled_IsOneRowAndAnsweredOnceOrIgnoredWithAReason()
    {
        var files = Directory.GetFiles(SharedData.WhatsAppInbound, "*.json");
        Assert.Equal(16, files.Length);
        await using var api = await CloudApiStub.StartAsync();
        await using var shop = await ShopUnderTest.StartAsync(wishes => wishes.WhatsAppApi = api.Url);

        string[] posts = [.. Enumerable.Repeat(files, 4).SelectMany(x => x)];
        new Random(7).Shuffle(posts);
        foreach (var file in posts)
            Assert.True((await shop.PostWebhookAsync(await File.ReadAllBytesAsync(file, Cancel))).StatusCode == HttpStatusCode.OK, file);

        await Until.TrueAsync(() => shop.ReadAsync(db => db.Inbound.AllAsync(row => row.State != InboundState.Pending, Cancel)), "all rows settled");
        var rows = await shop.ReadAsync(db => db.Inbound.AsNoTracking().ToListAsync(Cancel));
        Assert.Equal(files.Length, rows.Count);
        Assert.All(rows, row => Assert.Equal(row.State == InboundState.Ignored, row.Reason is not null));
        Assert.Equal(["group_lifecycle_update", "group_participants_update", "group_settings_update", "reaction", "system"],
            rows.Where(row => row.State == InboundState.Ignored).Select(row => row.Kind).Order());
        var answered = rows.Count(row => row.State == InboundState.Done);
        await Until.TrueAsync(() => api.Calls.Count >= answered, "the replies");
        Assert.Equal(answered, await shop.ReadAsync(db => db.Outbound.CountAsync(Cancel)));
    }

    [StoreFact]
    public async Task EachSample_IsUnderstoodAsWhatItSays()
    {
        var contents = new Dictionary<string, InboundContent>();
        await using var shop = await ShopUnderTest.StartAsync(wishes => (wishes.WhatsAppApi, wishes.StartBus) = ("http://localhost", false));
        foreach (var file in Directory.GetFiles(SharedData.WhatsAppInbound, "*.json"))
        {
            using var body = System.Text.Json.JsonDocument.Parse(await File.ReadAllBytesAsync(file, Cancel));
            var update = Assert.Single(EcommerceBot.Conversations.Channels.WhatsApp.WebhookReader.Read(body.RootElement, ShopUnderTest.PhoneNumberId, default)!.Messages);
            if (update.Content is { } content)
                contents[Path.GetFileNameWithoutExtension(file)] = content;
        }

        Assert.Equal(new ActionContent("priority_express", "Priority Mail Express"), contents["interactive-list-reply-message"]);
        Assert.Equal(new ActionContent("cancel-button", "Cancel"), contents["interactive-button-reply-message"]);
        Assert.Equal(new ActionContent("Unsubscribe", "Unsubscribe"), contents["button-message"]);
        Assert.Equal(new TextContent("Does it come in another color?"), contents["text-message"]);
        Assert.Equal(new TextContent("Is this still available?"), contents["text-message-with-context-product-inquiry"]);
        Assert.Equal(new TextContent("Hello! Can I get more info on this?"), contents["text-message-from-click-to-whatsapp-ad"]);
        Assert.Equal(["contacts", "image", "location", "order", "unsupported"], contents.Values.OfType<UnsupportedContent>().Select(x => x.Kind).Order());
    }
}
