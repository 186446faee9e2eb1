using System.Net;
using System.Net.Http.Json;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Payments.Transfers;

/// <summary>Bank transfers: a page that says what to write, and an operator who says what arrived.</summary>
public class TransferTests
{
    private const string Account = "IBAN DE00 1234, The <Shop>";

    [Theory, BothStores]
    public async Task TransferThatFits_IsOrderedOnceAndASecondGoesToAPerson(Store store)
    {
        await using var till = await Till.OpenAsync(store, ("Payments:BankAccount", Account));
        var ann = new Shopper(till);
        var (checkout, reference) = await AskedAsync(ann);
        var page = await till.Http.GetStringAsync(new Uri(new Uri((await ann.LookAsync(checkout)).ContinueUrl!).AbsolutePath, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains(reference, page, StringComparison.Ordinal);
        Assert.Contains("The &lt;Shop&gt;", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await ConfirmAsync(till, reference, 4900, "entry-1"));
        Assert.Equal(HttpStatusCode.OK, await ConfirmAsync(till, reference.ToLowerInvariant(), 4900, "entry-1"));
        await ann.StandsAsync(checkout, "Placed");
        Assert.Equal(HttpStatusCode.OK, await ConfirmAsync(till, reference, 4900, "entry-2"));

        await Until.TrueAsync(async () => await CasesAsync(till) is ["refund_by_hand"], "the second transfer to go back by hand");
        Assert.Equal(1, await ann.OrdersAsync());
    }

    [Theory, BothStores]
    public async Task WrongAmount_BuysNothingAndTheRightOneStillDoes(Store store)
    {
        await using var till = await Till.OpenAsync(store, ("Payments:BankAccount", Account));
        var ann = new Shopper(till);
        var (checkout, reference) = await AskedAsync(ann);

        await ConfirmAsync(till, reference, 490, "entry-1");
        await till.Events.OneAsync<PaymentParked>();
        Assert.Equal(0, await ann.OrdersAsync());
        await ConfirmAsync(till, reference, 4900, "entry-2");

        await ann.StandsAsync(checkout, "Placed");
        Assert.Equal(["wrong_amount"], await CasesAsync(till));
    }

    [Theory, BothStores]
    public async Task TransferForAPageThatWasLeft_StillFindsItsCheckout(Store store)
    {
        await using var till = await Till.OpenAsync(store, ("Payments:BankAccount", Account));
        var ann = new Shopper(till);
        var (checkout, reference) = await AskedAsync(ann);
        await ann.AskCheckoutAsync(new ChoosePaymentMethod { CheckoutId = checkout, OwnerId = ann.OwnerId, PaymentMethod = "online", Key = "online" });
        await Until.TrueAsync(async () => (await ann.LookAsync(checkout)).ContinueUrl?.Contains("/pay/transfer/", StringComparison.Ordinal) == false, "the new page");
        using var paid = await ann.PressAsync(checkout, "pay");
        await ann.StandsAsync(checkout, "Placed");

        Assert.Equal(HttpStatusCode.OK, await ConfirmAsync(till, reference, 4900, "late"));

        await Until.TrueAsync(async () => await CasesAsync(till) is ["refund_by_hand"], "the transfer to go back by hand");
        Assert.Equal(1, await ann.OrdersAsync());
    }

    [Fact]
    public async Task UnknownReferencesAndNonsense_AreRefused()
    {
        await using var till = await Till.OpenAsync(Store.Embedded, ("Payments:BankAccount", Account));

        Assert.Equal(HttpStatusCode.NotFound, await ConfirmAsync(till, "TR-AAAAAAAA", 4900, "entry"));
        Assert.Equal(HttpStatusCode.BadRequest, await ConfirmAsync(till, "TR-AAAAAAAA", 0, "entry"));
        Assert.Equal(HttpStatusCode.BadRequest, await ConfirmAsync(till, "TR-AAAAAAAA", 4900, ""));
    }

    private static async Task<(Guid Checkout, string Reference)> AskedAsync(Shopper shopper)
    {
        var quote = await shopper.QuotedAsync();
        Assert.IsType<CheckoutDetails>(await shopper.AskCheckoutAsync(new CompleteCheckout
        {
            CheckoutId = quote.CheckoutId,
            OwnerId = shopper.OwnerId,
            Confirmation = quote.Confirmation,
            PaymentMethod = "bank_transfer",
            Key = "yes",
        }));
        await shopper.StandsAsync(quote.CheckoutId, "AwaitingPayment");
        return (quote.CheckoutId, (await shopper.PaymentAsync(quote.CheckoutId)).Reference!);
    }

    private static async Task<HttpStatusCode> ConfirmAsync(Till till, string reference, long amount, string entry)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/orders/transfers") { Content = JsonContent.Create(new { reference, amount, currency = "EUR", bankEntry = entry }) };
        request.Headers.Add(AdminHeader.Name, "any");
        using var answer = await till.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static Task<List<string>> CasesAsync(Till till) => till.ReadAsync(db => db.PaymentCases.Select(x => x.Kind).ToListAsync(TestContext.Current.CancellationToken));
}
