using System.Text.RegularExpressions;
using EcommerceBot.Architecture.Tests.House;

namespace EcommerceBot.Architecture.Tests.MessageMap;

/// <summary>
/// Who makes a message, by the source: what the code does is truer than what a summary says. A file that says <c>new OrderPlaced</c>,
/// <c>Init&lt;OrderPlaced&gt;</c> or returns one from a method is its sender.
/// </summary>
internal static class Senders
{
    public static IReadOnlyList<string> Of(string message, IEnumerable<SourceFile> sources)
    {
        var name = Regex.Escape(message);
        var making = new Regex(
            $@"\bnew\s+{name}\b|\b(Publish|Send|Respond|Init|GetResponse)\w*<{name}\b|\b{name}\s+\w+\s*(\([^;{{]*?\))?\s*=>?\s*new\s*[({{]");
        return [.. sources.Where(file => making.IsMatch(string.Join('\n', file.Lines))).Select(Label).Order(StringComparer.Ordinal)];
    }

    /// <summary>src/Modules/Orders/Checkout/CheckoutStateMachine.cs is Orders <c>CheckoutStateMachine</c>.</summary>
    private static string Label(SourceFile file)
    {
        var steps = file.Path.Split('/');
        var home = steps is ["src", "Modules", var module, ..] ? module : steps[1];
        return $"{home} `{Path.GetFileNameWithoutExtension(file.Path)}`";
    }
}
