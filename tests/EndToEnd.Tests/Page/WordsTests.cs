using System.Text.Json;
using EcommerceBot.EndToEnd.Tests.Running;

namespace EcommerceBot.EndToEnd.Tests.Page;

public sealed class WordsTests
{
    [Fact]
    public async Task EveryLanguageOfThePage_HasTheSameWords()
    {
        var path = Path.Combine(Path.GetDirectoryName(BuildFacts.HostProgram)!, "wwwroot", "words.json");
        await using var file = File.OpenRead(path);

        var languages = await JsonSerializer.DeserializeAsync<Dictionary<string, Dictionary<string, string>>>(
            file, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(languages!.Count > 1);
        Assert.All(languages.Values, words => Assert.Equal(languages["en"].Keys.Order(), words.Keys.Order()));
        Assert.All(languages.Values.SelectMany(words => words), word => Assert.NotEmpty(word.Value));
    }
}
