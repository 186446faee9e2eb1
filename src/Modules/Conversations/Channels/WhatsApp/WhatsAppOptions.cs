using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Channels.WhatsApp;

/// <summary>The shop's number at the WhatsApp Cloud API. The channel is off until the four secrets and ids are given.</summary>
internal sealed class WhatsAppOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Channels:WhatsApp";

    /// <summary>Id of the business phone number, not the number itself.</summary>
    public string PhoneNumberId { get; set; } = "";

    /// <summary>Bearer token of a system user with <c>whatsapp_business_messaging</c>.</summary>
    public string AccessToken { get; set; } = "";

    /// <summary>The app's secret: the key of the webhook signature.</summary>
    public string AppSecret { get; set; } = "";

    /// <summary>The secret before, under which signatures are taken as well: Meta signs with the old one until the reset is through. Remove it then.</summary>
    public string AppSecretPrevious { get; set; } = "";

    /// <summary>Any secret word; the same is given to Meta with the webhook's address.</summary>
    public string VerifyToken { get; set; } = "";

    /// <summary>Default <c>https://graph.facebook.com</c>; a simulator's address in tests.</summary>
    [Required, Url]
    public string ApiBaseUrl { get; set; } = "https://graph.facebook.com";

    /// <summary>Version of the Graph API. Default <c>v23.0</c>.</summary>
    [Required, RegularExpression(@"^v\d+\.\d+$", ErrorMessage = "Channels:WhatsApp:GraphVersion must look like v23.0.")]
    public string GraphVersion { get; set; } = "v23.0";

    /// <summary>Whether anything of it is given; what is missing then stops the start.</summary>
    public bool IsOn => Missing().Count < Secrets().Length;

    /// <summary>The environment names of what is not given.</summary>
    public IReadOnlyList<string> Missing() =>
        [.. Secrets().Where(secret => string.IsNullOrWhiteSpace(secret.Value)).Select(secret => $"Channels__WhatsApp__{secret.Name}")];

    private (string Name, string Value)[] Secrets() =>
    [
        (nameof(PhoneNumberId), PhoneNumberId),
        (nameof(AccessToken), AccessToken),
        (nameof(AppSecret), AppSecret),
        (nameof(VerifyToken), VerifyToken),
    ];
}

/// <summary>Half a channel is a mistake, not a choice.</summary>
internal sealed class WhatsAppIsWhole : IValidateOptions<WhatsAppOptions>
{
    public ValidateOptionsResult Validate(string? name, WhatsAppOptions options) => !options.IsOn || options.Missing() is not { Count: > 0 } missing
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"WhatsApp is only half configured. Set {string.Join(", ", missing)} as well, or none of its settings.");
}
