namespace EcommerceBot.Conformance.Fixtures;

/// <summary>The smallest picture and sound that are whole.</summary>
internal static class Sample
{
    /// <summary>One red pixel, PNG.</summary>
    public static byte[] Picture { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==");

    /// <summary>One silent sample, 8 kHz mono WAV.</summary>
    public static byte[] Sound { get; } =
    [
        .. "RIFF"u8, 37, 0, 0, 0, .. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0, .. "data"u8, 1, 0, 0, 0, 128,
    ];
}
