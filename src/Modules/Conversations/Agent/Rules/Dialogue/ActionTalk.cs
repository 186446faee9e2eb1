using EcommerceBot.Conversations.Agent.Rules.Understanding;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Answers a pressed button or a chosen row; one from an old message does no more than the same press would do now.</summary>
internal static class ActionTalk
{
    public static async Task AnswerAsync(Talk talk, ActionContent pressed)
    {
        if (ShopAction.Parse(pressed.ActionId) is { } action)
            await AnswerAsync(talk, action);
        else if (pressed.Title.Length > 0)
            await TextTalk.AnswerAsync(talk, pressed.Title);
        else
            SmallTalk.Unclear(talk);
    }

    /// <summary>Another page of a product's variants.</summary>
    public static async Task VariantsAsync(Talk talk, string productId, int offset)
    {
        var answer = await talk.Shop.ProductAsync(productId, talk.Stopping);
        if (answer.Value is not { } product)
        {
            Refusals.Tell(talk, answer.Refusal!);
            return;
        }

        var quantity = Choosing.Quantity(talk, productId);
        ProductTalk.Remember(talk, product);
        Choosing.Ask(talk, product, product.Variants, Rendering.Clip.Line(product.Title, Rendering.Limits.Echo), quantity, offset);
    }

    private static Task AnswerAsync(Talk talk, ShopAction action) => action.Verb switch
    {
        "product" => ProductTalk.ShowAsync(
            talk, action.Subject, talk.Memory.Pending is { Kind: QuestionKind.Product } pending ? pending.Quantity : 1),
        "variants" => VariantsAsync(talk, action.Subject, action.Number),
        "add" => Adding.AddAsync(talk, action.Subject, action.Number),
        "more" => Searching.MoreAsync(talk),
        "browse" => Searching.BrowseAsync(talk, PriceRange.Any),
        "cart" => CartTalk.ShowAsync(talk),
        "edit" => CartTalk.EditAsync(talk),
        "line" => CartTalk.LineAsync(talk, action.Subject),
        "qty" => CartChanges.SetLineAsync(talk, action.Subject, action.Number),
        "empty" => CartChanges.AskEmptyAsync(talk),
        "emptied" => CartChanges.EmptyAsync(talk, action.Subject, action.Number),
        "checkout" => CheckoutTalk.StartAsync(talk),
        "pay" or "cash" or "transfer" => Paying.AcceptAsync(talk, action.Subject, action.Proof, PaymentWays.Of(action.Verb)),
        "payby" => PaymentWays.ChooseAsync(talk, action.Subject),
        "paylink" => PaymentLink.AnswerAsync(talk),
        "change" when action.Subject == "name" => ChangeTalk.AskAgainAsync(talk, name: true),
        "change" when action.Subject == "address" => ChangeTalk.AskAgainAsync(talk, name: false),
        "change" when action.Subject == "note" => Notes.AskAsync(talk),
        "change" when action.Subject == "coupon" => Coupons.AskAsync(talk),
        "name" => BuyerQuestions.TakeChannelNameAsync(talk),
        "stop" when action.Subject.Length > 0 => Cancelling.CancelAsync(talk, action.Subject),
        "order" => Orders.ShowAsync(talk, action.Subject),
        "orders" => Orders.AnswerAsync(talk, null),
        "yes" => YesNo.YesButtonAsync(talk),
        "no" => YesNo.NoAsync(talk),
        _ => Plain(talk, action.Verb),
    };

    private static Task Plain(Talk talk, string verb)
    {
        switch (verb)
        {
            case "help":
                SmallTalk.Help(talk);
                break;
            case "human":
                SmallTalk.HandOver(talk);
                break;
            case "change":
                ChangeTalk.Offer(talk);
                break;
            case "stop":
                return Cancelling.AnswerAsync(talk);
        }

        return Task.CompletedTask;
    }
}
