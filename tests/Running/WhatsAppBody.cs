using System.Text.Json;
using EcommerceBot.Simulators.WhatsApp;

namespace EcommerceBot.Running;

/// <summary>Webhook bodies whose message id the test chooses, so that it can deliver one again and again as Meta does.</summary>
internal static class WhatsAppBody
{
    public static byte[] ButtonReply(Shopper from, string messageId, string buttonId) =>
        Message(from, new { from = from.Number, id = messageId, timestamp = "1764000000", type = "interactive", interactive = new { type = "button_reply", button_reply = new { id = buttonId, title = "Add" } } });

    private static byte[] Message(Shopper from, object message) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        @object = "whatsapp_business_account",
        entry = new[]
        {
            new
            {
                id = "102290129340398",
                changes = new[]
                {
                    new
                    {
                        field = "messages",
                        value = new
                        {
                            messaging_product = "whatsapp",
                            metadata = new { display_phone_number = "15550783881", phone_number_id = "106540352242922" },
                            contacts = new[] { new { profile = new { name = from.Name }, wa_id = from.Number } },
                            messages = new[] { message },
                        },
                    },
                },
            },
        },
    });
}
