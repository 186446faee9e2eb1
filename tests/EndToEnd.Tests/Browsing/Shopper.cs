using EcommerceBot.EndToEnd.Tests.Running;

namespace EcommerceBot.EndToEnd.Tests.Browsing;

/// <summary>A shopper at the page: knows it by its test hooks and by what its buttons say.</summary>
internal sealed class Shopper : IAsyncDisposable
{
    // Milliseconds; a loaded machine is slow, and only a fault waits this long.
    private const float Patience = 20_000;

    private readonly IBrowserContext _context;

    private Shopper(IBrowserContext context, IPage page, Faults faults)
    {
        _context = context;
        Page = page;
        Faults = faults;
    }

    public IPage Page { get; }
    public Faults Faults { get; }
    public IBrowserContext Context => _context;

    public ILocator Log => Page.GetByRole(AriaRole.Log);
    public ILocator Box => Page.GetByTestId("composer");
    public ILocator CartCount => Page.GetByTestId("cart-count");
    public ILocator Cards => Page.GetByTestId("tag");
    public ILocator Link => Page.GetByTestId("link").Last;
    public ILocator Said => Log.Locator("[data-from=you]");
    public ILocator Heard => Log.Locator("[data-from=shop]");

    public static async Task<Shopper> EnterAsync(IBrowserContext context, Uri shop, Func<IPage, Task>? prepare)
    {
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        var faults = new Faults(shop);
        await faults.WatchAsync(context);
        var page = await context.NewPageAsync();
        if (prepare is not null)
            await prepare(page);
        await page.GotoAsync("/");
        return new Shopper(context, page, faults);
    }

    /// <summary>Writes, sends, and waits until the shop has said something new.</summary>
    public Task SayAsync(string text) => AndHearAsync(async () =>
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
    });

    /// <summary>Presses the newest button or row with this name and waits for the answer.</summary>
    public Task PressAsync(string name) => AndHearAsync(() => Button(name).ClickAsync());

    public ILocator Button(string name) => Log.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true }).Last;

    public async Task AndHearAsync(Func<Task> act)
    {
        var before = await Heard.CountAsync();
        await act();
        await Expect(Heard.Nth(before)).ToBeVisibleAsync();
    }

    /// <summary>Kept under artifacts/screenshots, out of the tree.</summary>
    public Task PictureAsync(string name, IPage? page = null) =>
        (page ?? Page).ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(BuildFacts.Screenshots, $"{name}.png") });

    public static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
