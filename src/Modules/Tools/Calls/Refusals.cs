using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Contracts.Results;
using EcommerceBot.Tools.Shopping;

namespace EcommerceBot.Tools.Calls;

/// <summary>The modules' refusals in the words of the tools.</summary>
internal static class Refusals
{
    public const string UnavailableCode = "unavailable";

    public static ToolRefusal Of(CartRefused refused) => new() { Code = refused.Code, Message = refused.Reason, Sku = refused.Sku, Available = refused.Available };

    public static ToolRefusal Of(CheckoutRefused refused) =>
        new() { Code = refused.Code, Message = refused.Reason, News = refused.Notices.Count == 0 ? null : refused.Notices.News() };

    public static ToolRefusal Of(OrderRefused refused) => new() { Code = refused.Code, Message = refused.Reason };

    public static ToolRefusal ConfirmationMismatch() => new()
    {
        Code = "confirmation_mismatch",
        Message = "The confirmation does not belong to this change, or the order has changed meanwhile. Call again without confirmation, show the customer the result, and ask them again.",
    };

    public static ToolRefusal CustomerNotFound() => NotFound("There is no such customer, or more than one fits. Check the spelling, or ask for the e-mail address.");

    public static ToolRefusal CartNotFound() => NotFound("There is no such cart. Use the cart_id that create_cart returned, or create a new cart.");

    public static ToolRefusal CheckoutNotFound() => NotFound("There is no such checkout. Use the checkout_id that create_checkout returned.");

    public static ToolRefusal CheckoutUnderWay() => new()
    {
        Code = "checkout_under_way",
        Message = "This checkout is completed or being paid. Cancel it with cancel_checkout first, or use the order's own tools once it is paid.",
    };

    public static ToolRefusal GuestCartNotFound() =>
        NotFound("There is no such guest's cart of yours. Sign in, and send the key that the guest's cart was made with in the header Guest-Key; or fill a cart anew.");

    public static ToolRefusal KeyReused() => new()
    {
        Code = "key_reused",
        Message = "This idempotency key was used for another call. Use a new key for a new call, or the same arguments to repeat the old one.",
    };

    public static ToolRefusal OrderNotFound() => NotFound("There is no such order. Look at list_orders, or check the order number on the confirmation.");

    public static ToolRefusal ProductNotFound() => NotFound("There is no such product. Use an id or sku that search_catalog or get_product returned.");

    public static ToolRefusal InvalidArguments(IEnumerable<string> faults) => new() { Code = "invalid_arguments", Message = string.Join(' ', faults) };

    public static ToolRefusal UnknownTool(IEnumerable<string> known) =>
        new() { Code = "unknown_tool", Message = $"There is no such tool. The tools are: {string.Join(", ", known)}." };

    public static ToolRefusal MissingScope(string scope) =>
        new() { Code = "missing_scope", Message = $"This API key may not do that: it lacks the scope {scope}. Ask the shop for a key that has it." };

    public static ToolRefusal Busy() => new() { Code = "busy", Message = "The shop answers many agents at this moment. Nothing was done; ask again in a few seconds." };

    public static ToolRefusal Unavailable(ToolCard card, string key) => new()
    {
        Code = UnavailableCode,
        Message = card.ReadOnly
            ? "The shop did not answer in time. Ask again in a moment."
            : $"The shop did not answer in time. Nothing is lost: ask again with the same key ({key}) and it will happen once.",
    };

    private static ToolRefusal NotFound(string message) => new() { Code = "not_found", Message = message };
}
