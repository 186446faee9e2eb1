using System.Text.RegularExpressions;
using EcommerceBot.Conversations.Agent.Rules.Language;
using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Conversations.Agent.Rules.Shop;
using EcommerceBot.Conversations.Agent.Rules.Understanding;
using EcommerceBot.Conversations.Outbound;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>One turn while it is being answered.</summary>
internal sealed partial class Talk(AgentTurn turn, ShopTools shop, Memory memory, CancellationToken stopping)
{
    private readonly List<OutgoingMessage> _replies = [];

    public AgentTurn Turn => turn;

    public ShopTools Shop => shop;

    public CancellationToken Stopping => stopping;

    public Memory Memory { get; set; } = memory;

    public Lexicon Lexicon => Languages.Of(Memory.Language);

    public IReadOnlyList<OutgoingMessage> Replies => _replies;

    public bool HandOff { get; set; }

    /// <summary>True once a question was asked while answering the current message.</summary>
    public bool Asked { get; private set; }

    /// <summary>True where the shopper cannot have read the review yet: a "yes" in this turn was written before it.</summary>
    public bool ReviewUnread { get; set; }

    public void BeginMessage() => Asked = false;

    public void Ask(Question question)
    {
        Asked = true;
        Memory = Memory with { Pending = question };
    }

    /// <summary>What was shown no longer stands: nothing can be paid before it is shown anew.</summary>
    public void ForgetConfirmation()
    {
        var pending = Memory.Pending.Kind is QuestionKind.Payment or QuestionKind.Review ? Question.None : Memory.Pending;
        Memory = Memory with { Confirmation = null, Pending = pending };
    }

    /// <summary>
    /// The answer under <paramref name="key"/> in the shopper's language, filled in once: what is filled in is never read as a blank
    /// itself.
    /// </summary>
    public string Words(string key, params (string Name, string Value)[] blanks)
    {
        var words = Lexicon.File.Replies.GetValueOrDefault(key) ?? Languages.Of(Languages.Default).File.Replies[key];
        return Blank().Replace(words, blank => Array.Find(blanks, filled => filled.Name == blank.Groups[1].Value).Value ?? blank.Value);
    }

    /// <summary>True where there is an answer under that key, in the shopper's language or in English.</summary>
    public bool Knows(string key) => Lexicon.File.Replies.ContainsKey(key) || Languages.Of(Languages.Default).File.Replies.ContainsKey(key);

    public void Say(string key, params (string Name, string Value)[] blanks) => Send(Reply.Text(Words(key, blanks)));

    public void Send(OutgoingMessage message) => _replies.Add(message);

    /// <summary>A button or row with its words from the language file.</summary>
    public MessageOption Option(string id, string key, params (string Name, string Value)[] blanks) => new(id, Words(key, blanks));

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Blank();
}
