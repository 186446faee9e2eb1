using EcommerceBot.EndToEnd.Tests.Browsing;

[assembly: AssemblyFixture(typeof(EcommerceBot.EndToEnd.Tests.Running.OpenShop))]

namespace EcommerceBot.EndToEnd.Tests.Running;

/// <summary>
/// One shop and one browser for all tests; each test enters as a shopper of its own.
/// With SHOP_URL set, the tests visit the shop that already serves there instead of starting one.
/// </summary>
public sealed class OpenShop : IAsyncLifetime
{
    private HostProcess? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal Uri Address { get; private set; } = new("http://localhost:8080");

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null)
            return;
        if (Environment.GetEnvironmentVariable("SHOP_URL") is { Length: > 0 } url)
            Address = new Uri(url);
        else
            Address = (_host = await HostProcess.StartAsync()).Address;
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
    }

    /// <summary>A new shopper opens the page; skips the test when there is no browser.</summary>
    internal async Task<Shopper> EnterAsync(int width = 1280, int height = 800, Func<IPage, Task>? prepare = null)
    {
        if (_browser is null)
            Assert.Skip(Chromium.Missing);
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            Locale = "en-GB",
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        return await Shopper.EnterAsync(context, Address, prepare);
    }
}
