using System.Net;
using EcommerceBot.Integration.Tests.Running;
using EcommerceBot.Simulators.WhatsApp;

namespace EcommerceBot.Integration.Tests.WhatsApp;

public sealed class PurchaseTests(ServersFixture servers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(Store.Embedded)]
    [InlineData(Store.Servers)]
    public async Task ShopperOnWhatsApp_FindsChoosesPaysAndIsConfirmedOnTheSameChannel(Store store)
    {
        await using var shop = await ShopOnWhatsApp.StartAsync(stores: await servers.StoresAsync(store));
        var ana = shop.WhatsApp.Shopper("15551230001", "Ana");

        Assert.Equal(HttpStatusCode.OK, await ana.SayAsync("I am looking for hiking boots", TestContext.Current.CancellationToken));
        var found = await OfferedAsync(ana, "product:");
        await ana.ChooseAsync(Option(found, "product:"), cancellationToken: TestContext.Current.CancellationToken);
        var details = await OfferedAsync(ana, "add:");
        await ana.ChooseAsync(Option(details, "add:"), cancellationToken: TestContext.Current.CancellationToken);
        var added = await OfferedAsync(ana, "checkout");
        await ana.ChooseAsync(Option(added, "checkout"), cancellationToken: TestContext.Current.CancellationToken);
        await ana.NextAsync(_ => true, Patience, TestContext.Current.CancellationToken);
        await ana.SayAsync("Ana Lima", TestContext.Current.CancellationToken);
        await ana.NextAsync(_ => true, Patience, TestContext.Current.CancellationToken);
        await ana.SayAsync("12 Harbour Street, 1000 Lisbon", TestContext.Current.CancellationToken);
        var shown = await OfferedAsync(ana, "pay:");
        await ana.ChooseAsync(Option(shown, "pay:"), cancellationToken: TestContext.Current.CancellationToken);
        var page = PaymentPage(await ana.NextAsync(message => PaymentPage(message) is not null, Patience, TestContext.Current.CancellationToken))!;

        using var paid = await shop.Host.Client.PostAsync(page, new FormUrlEncodedContent([new("outcome", "pay")]), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, paid.StatusCode);
        var confirmation = await ana.NextAsync(message => message.Text.Contains("EB-", StringComparison.Ordinal), Patience, TestContext.Current.CancellationToken);
        Assert.Matches("EB-[2-9A-Z]{4}-[2-9A-Z]{4}", confirmation.Text);
        Assert.Empty(shop.WhatsApp.Refused);
    }

    private static Task<ReceivedMessage> OfferedAsync(Shopper shopper, string prefix) => shopper.NextAsync(
        message => message.Options.Any(option => option.Id.StartsWith(prefix, StringComparison.Ordinal)), Patience, TestContext.Current.CancellationToken);

    private static string Option(ReceivedMessage message, string prefix) =>
        message.Options.First(option => option.Id.StartsWith(prefix, StringComparison.Ordinal)).Id;

    private static Uri? PaymentPage(ReceivedMessage message)
    {
        var text = message.Url ?? message.Text.Split(['\n', ' ']).FirstOrDefault(word => word.Contains("/pay/", StringComparison.Ordinal));
        return text is not null && text.Contains("/pay/", StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null;
    }
}
