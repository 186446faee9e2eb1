using EcommerceBot.EndToEnd.Tests.Browsing;
using EcommerceBot.EndToEnd.Tests.Running;
using EcommerceBot.EndToEnd.Tests.Shopping;

namespace EcommerceBot.EndToEnd.Tests.Page;

public sealed class LayoutTests(OpenShop shop)
{
    private const string Overflow =
        "Math.max(...[document.documentElement, document.getElementById('scroll')].map(e => e.scrollWidth - e.clientWidth))";

    private const string SmallTargets = """
        [...document.querySelectorAll('button, a.go, textarea')]
          .map(e => [e.getBoundingClientRect(), e.outerHTML.slice(0, 80)])
          .filter(([box]) => box.width > 0 && (box.width < 44 || box.height < 44))
          .map(([box, html]) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${html}`)
        """;

    [Theory]
    [InlineData(320, 640)]
    [InlineData(768, 1024)]
    [InlineData(1280, 800)]
    public async Task AnyWidth_NothingRunsOverTheEdgeAndTargetsAreLargeEnough(int width, int height)
    {
        await using var shopper = await shop.EnterAsync(width, height);
        await shopper.SayAsync("I am looking for hiking boots");
        await shopper.PutFirstCardIntoCartAsync();
        await shopper.SayAsync("Averylongwordwithoutanyspaceinit" + new string('x', 80));

        Assert.Equal(0, await shopper.Page.EvaluateAsync<int>(Overflow));
        Assert.Empty(await shopper.Page.EvaluateAsync<string[]>(SmallTargets));
        await shopper.PictureAsync($"width-{width}");
    }

    [Fact]
    public async Task WholeVisit_LeavesNoErrorAndBreaksNoPolicy()
    {
        await using var shopper = await shop.EnterAsync();
        await shopper.SayAsync("I am looking for hiking boots");
        await shopper.PutFirstCardIntoCartAsync();
        await shopper.SayAsync("Show my cart");

        shopper.Faults.AssertNone();
    }
}
