using EcommerceBot.Operations.Tests.Running;

namespace EcommerceBot.Operations.Tests.Containers;

public sealed class DockerfileTests
{
    public static TheoryData<string> Files => ["Dockerfile", "Dockerfile.mcp", "Dockerfile.backup"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Images_ArePinnedAndEndAsANumberedUser(string file)
    {
        var lines = Instructions(file);

        Assert.All(Of(lines, "FROM"), image => Assert.Matches(@":(?!latest)\S*(\d|\$\{DOTNET\})", image));
        Assert.Matches(@"^\d{3,}:\d{3,}$", Of(lines, "USER").Last());
        Assert.Single(Of(lines, "HEALTHCHECK"));
        Assert.DoesNotContain(Of(lines, "ENV").Concat(Of(lines, "ARG")), value => value.Contains("PASSWORD", StringComparison.OrdinalIgnoreCase) || value.Contains("SECRET", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EverythingCopied_ExistsAndPassesTheIgnoreFile(string file)
    {
        var allowed = Repository.Read(".dockerignore").Split('\n').Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();
        var copied = Of(Instructions(file), "COPY").Where(copy => !copy.StartsWith("--from", StringComparison.Ordinal)).SelectMany(copy => copy.Split(' ')[..^1]).ToList();

        Assert.NotEmpty(copied);
        Assert.DoesNotContain(copied, path => !Path.Exists(Repository.At(path)));
        Assert.DoesNotContain(copied, path => !allowed.Contains(path.Split('/')[0]));
    }

    [Fact]
    public void EveryProjectOfTheImage_LiesUnderWhatIsCopied()
    {
        var references = Directory.EnumerateFiles(Repository.At("src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(project => System.Xml.Linq.XDocument.Load(project).Descendants("ProjectReference").Select(reference => Path.GetFullPath(reference.Attribute("Include")!.Value, Path.GetDirectoryName(project)!)));

        Assert.All(references, reference => Assert.StartsWith(Repository.At("src"), reference, StringComparison.Ordinal));
    }

    [Fact]
    public void SettingsOfTheImages_AreReadByTheHost()
    {
        var names = from file in (string[])["Dockerfile", "Dockerfile.mcp"]
                    from setting in Of(Instructions(file).SkipWhile(line => !line.Contains("AS final", StringComparison.Ordinal)), "ENV")
                    from pair in setting.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    select pair.Split('=')[0];

        Assert.DoesNotContain(names, name => !HostSettings.Has(name) && !HostSettings.IsOfPlatform(name));
    }

    private static List<string> Instructions(string file) =>
        [.. Repository.Read(file).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#'))];

    private static IEnumerable<string> Of(IEnumerable<string> lines, string instruction) =>
        lines.Where(line => line.StartsWith($"{instruction} ", StringComparison.Ordinal)).Select(line => line[(instruction.Length + 1)..].Trim());
}
