using System.Text.Encodings.Web;
using EcommerceBot.Orders.Cart;

namespace EcommerceBot.Orders.Payments.Sandbox;

/// <summary>The sandbox page's HTML. All that comes from outside is encoded; it needs no script and takes its looks from /pay.css.</summary>
internal static class PaymentPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Default;

    public static string Open(string shop, Payment payment, IEnumerable<StoredLine> lines, bool declined)
    {
        var rows = string.Concat(lines.Select(line => Row(line, payment.Currency)));
        var total = Encode(Money.Show(payment.Amount, payment.Currency));
        var notice = declined ? "<p class=\"pay-result\" role=\"alert\">The card was declined. Nothing was charged; you can try again.</p>" : "";
        return Page(shop, $"Pay {total}",
            $"""
            <h1>Your order</h1>
            {notice}
            <table class="pay-lines"><caption>What you pay for</caption><tbody>{rows}</tbody></table>
            <p class="pay-total"><span>Total</span> <strong>{total}</strong></p>
            <form class="pay-actions" method="post">
              <button name="outcome" value="pay">Pay {total}</button>
              <button name="outcome" value="decline">Try a card that is declined</button>
              <button name="outcome" value="cancel">Cancel</button>
            </form>
            """);
    }

    /// <summary>Says where a transfer goes and what to write on it.</summary>
    public static string Transfer(string shop, Payment payment, string account)
    {
        var amount = Encode(Money.Show(payment.Amount, payment.Currency));
        return Page(shop, $"Transfer {amount}",
            $"""
            <h1>Pay by bank transfer</h1>
            <p class="pay-total"><span>Amount</span> <strong>{amount}</strong></p>
            <p class="pay-result">To: {Encode(account)}</p>
            <p class="pay-result">Write on it, and nothing else: <strong>{Encode(payment.Reference ?? "")}</strong></p>
            <p class="pay-result">Your items are held for you until {payment.ExpiresAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC. The confirmation comes to your chat once the money is here.</p>
            """, sandbox: false);
    }

    private static string Row(StoredLine line, string currency)
    {
        var options = line.Options.Count == 0 ? "" : $" <small>{Encode(string.Join(", ", line.Options.Values))}</small>";
        return $"<tr><td>{line.Quantity} × {Encode(line.Title)}{options}</td><td>{Encode(Money.Show(CartTotals.LineTotal(line.UnitPrice, line.Quantity), currency))}</td></tr>";
    }

    public static string Result(string shop, Payment payment)
    {
        var amount = Encode(Money.Show(payment.Amount, payment.Currency));
        var (title, sentence) = payment.Status switch
        {
            PaymentStatus.Settled => ($"{amount} paid", $"Thank you. Your payment of {amount} has arrived; the confirmation comes to your chat. You can close this page."),
            PaymentStatus.Refunded => ("Refunded", $"Your payment of {amount} has been given back in full."),
            _ => ("Canceled", "Nothing was charged. Go back to the chat to shop on."),
        };
        return Page(shop, title, $"<h1>{title}</h1><p class=\"pay-result\" role=\"status\">{sentence}</p>", sandbox: payment.Method == PayingBy.Online);
    }

    public static string Unknown(string shop) =>
        Page(shop, "No such page", "<h1>No such payment page</h1><p class=\"pay-result\">Check the link, or ask for a new one in the chat.</p>");

    public static string Expired(string shop) =>
        Page(shop, "Expired", "<h1>This payment page has expired</h1><p class=\"pay-result\">Nothing was charged. Go back to the chat and check out again to get a new link.</p>");

    private static string Page(string shop, string title, string body, bool sandbox = true) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="robots" content="noindex">
          <title>{title} – {Encode(shop)}</title>
          <link rel="stylesheet" href="/pay.css">
        </head>
        <body>
        <main class="pay">
          {(sandbox ? "<p class=\"pay-notice\">Sandbox: no money moves</p>" : "")}
          <p class="pay-shop">{Encode(shop)}</p>
          {body}
        </main>
        </body>
        </html>
        """;

    private static string Encode(string text) => Encoder.Encode(text);
}
