using System.Diagnostics;
using System.Text;

namespace EcommerceBot.Operations.Tests.Running;

/// <summary>Programs of operators, run to their end.</summary>
internal static class Shell
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The program's path; where it is not installed the test is skipped and says how to get it.</summary>
    public static string Need(string program, string package)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        if (found is null)
            Assert.Skip($"{program} is not installed (apt-get install {package})");
        return found;
    }

    public static Task<Ended> RunAsync(string program, params string[] arguments) => RunAsync(program, arguments, null);

    public static async Task<Ended> RunAsync(string program, string[] arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var errors = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return new Ended(process.ExitCode, await output, await errors);
    }

    /// <summary>As <see cref="RunAsync(string, string[])"/>; fails the test with the program's words unless it ended well.</summary>
    public static async Task<string> SucceedAsync(string program, params string[] arguments)
    {
        var ended = await RunAsync(program, arguments);
        Assert.True(ended.Code == 0, $"{program} {string.Join(' ', arguments)} ended with {ended.Code}: {ended.Said}");
        return ended.Output;
    }
}

/// <summary>How a program ended.</summary>
internal sealed record Ended(int Code, string Output, string Errors)
{
    public string Said { get; } = new StringBuilder(Output).AppendLine(Errors).ToString().Trim();
}
