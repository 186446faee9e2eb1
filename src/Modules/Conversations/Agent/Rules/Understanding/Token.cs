namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>One word of a message.</summary>
/// <param name="Written">As the shopper wrote it, without the punctuation around it.</param>
/// <param name="Folded">Small letters and digits only, without accents.</param>
/// <param name="Readings">The keywords it may stand for: itself, or the ones a slip of one key away.</param>
internal sealed record Token(string Written, string Folded, IReadOnlyList<string> Readings);
