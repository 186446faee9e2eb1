namespace EcommerceBot.Outbox.Failures;

/// <summary>Message types as people read them.</summary>
public static class MessageTypes
{
    private const string Urn = "urn:message:";

    /// <summary>The first, which is the most derived, of <c>urn:message:Ns:Type;urn:message:…</c> as <c>Ns:Type</c>; empty for none.</summary>
    public static string Name(string? urns)
    {
        var first = (urns ?? "").Split(';')[0].Trim();
        return first.StartsWith(Urn, StringComparison.Ordinal) ? first[Urn.Length..] : first;
    }
}
