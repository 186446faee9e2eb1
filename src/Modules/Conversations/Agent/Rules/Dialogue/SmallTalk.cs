using EcommerceBot.Conversations.Agent.Rules.Rendering;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Courtesy, help, and what this shop's assistant does not do.</summary>
internal static class SmallTalk
{
    public static void Greet(Talk talk) =>
        talk.Send(Reply.Buttons(
            talk.Words("greeting", ("shop", Clip.Line(talk.Turn.ShopName, Limits.Echo))),
            talk.Option("browse", "button_browse"), talk.Option("orders", "button_orders"), talk.Option("help", "button_help")));

    public static void Help(Talk talk) =>
        talk.Send(Reply.Buttons(
            talk.Words("help", ("shop", Clip.Line(talk.Turn.ShopName, Limits.Echo))),
            talk.Option("browse", "button_browse"), talk.Option("cart", "button_cart"), talk.Option("human", "button_human")));

    public static void Unclear(Talk talk) =>
        talk.Send(
            Reply.Buttons(
                talk.Words("unclear"),
                talk.Option("browse", "button_browse"),
                talk.Option("help", "button_help"),
                talk.Option("human", "button_human")));

    public static void OffTopic(Talk talk) =>
        talk.Send(Reply.Buttons(
            talk.Words("off_topic", ("shop", Clip.Line(talk.Turn.ShopName, Limits.Echo))),
            talk.Option("browse", "button_browse"), talk.Option("help", "button_help")));

    /// <summary>A subject that the shop's people look after.</summary>
    public static void Topic(Talk talk, string topic) =>
        talk.Send(
            Reply.Buttons(
                talk.Words("topic_" + topic),
                talk.Option("human", "button_human"),
                talk.Option("orders", "button_orders"),
                talk.Option("browse", "button_browse")));

    public static void HandOver(Talk talk)
    {
        talk.Say("human");
        talk.HandOff = true;
    }

    /// <summary>A picture, a voice note … cannot be read.</summary>
    public static void Unsupported(Talk talk, string kind)
    {
        var key = "unsupported_" + kind;
        talk.Say(talk.Knows(key) ? key : "unsupported");
    }
}
