namespace EcommerceBot.EndToEnd.Tests.Browsing;

/// <summary>The browser that is installed on this machine; nothing is downloaded.</summary>
internal static class Chromium
{
    public const string Missing =
        "No browser on the PATH (looked for chromium and google-chrome by all their names). Install one: apt-get install chromium";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(_ => Names, System.IO.Path.Combine)
        .FirstOrDefault(File.Exists);

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Path,
        // Containers run as root and have a small /dev/shm; neither suits the browser's own defaults.
        Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-quic", "--disable-background-networking"],
    });
}
