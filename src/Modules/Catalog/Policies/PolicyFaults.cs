using System.Text.RegularExpressions;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Products.Admin;

namespace EcommerceBot.Catalog.Policies;

/// <summary>All that is wrong with a document before it is written.</summary>
internal static partial class PolicyFaults
{
    public static List<FieldFault> Of(SavePolicy policy)
    {
        var faults = new List<FieldFault>();
        LineFaults.Check(faults, policy.Slug.Length > Policy.LongestSlug || !Slug.IsValid(policy.Slug), "slug", $"should have small letters, digits and single dashes, at most {Policy.LongestSlug}.");
        LineFaults.Check(faults, policy.Language is { } language && (language.Length > Policy.LongestLanguage || !Tag().IsMatch(Normalize(language))), "language", "should be a language tag such as es or pt-BR.");
        LineFaults.Check(faults, policy.Title.Trim().Length is 0 or > Policy.LongestTitle || policy.Title.Any(char.IsControl), "title", $"should have 1 to {Policy.LongestTitle} plain characters.");
        LineFaults.Check(faults, !Policy.Kinds.Contains(policy.Kind), "kind", $"should be {string.Join(", ", Policy.Kinds)}.");
        LineFaults.Check(faults, policy.Url is { } url && !IsLink(url), "url", $"should be a path of this shop or an https address, at most {Policy.LongestUrl} characters.");
        LineFaults.Check(faults, policy.Body.Trim().Length is 0 or > Policy.LongestBody, "body", $"should have 1 to {Policy.LongestBody} characters.");
        LineFaults.Check(faults, policy.Body.Contains('\0', StringComparison.Ordinal), "body", "holds a zero character.");
        LineFaults.Check(faults, faults.Count == 0 && MarkdownSections.Of(policy.Title, policy.Body).Count == 0, "body", "has headings only. Write something below them.");
        return faults;
    }

    /// <summary>"PT-br" is "pt-br": one language is not two for its capitals.</summary>
    public static string Normalize(string? language) => (language ?? "").Trim().ToLowerInvariant();

    private static bool IsLink(string url) => url.Length <= Policy.LongestUrl && !url.Any(char.IsControl)
        && (url.StartsWith('/') ? !url.StartsWith("//", StringComparison.Ordinal) && !url.Contains('\\', StringComparison.Ordinal)
            : Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps);

    [GeneratedRegex(@"^[a-z]{2,3}(-[a-z0-9]{2,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
