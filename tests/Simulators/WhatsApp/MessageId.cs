namespace EcommerceBot.Simulators.WhatsApp;

internal static class MessageId
{
    /// <summary>Opaque, as Meta's are.</summary>
    public static string New() => $"wamid.{Convert.ToBase64String(Guid.NewGuid().ToByteArray())}";
}
