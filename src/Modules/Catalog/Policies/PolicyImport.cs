using System.Text;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Import;
using EcommerceBot.Catalog.Persistence;

namespace EcommerceBot.Catalog.Policies;

/// <summary>Takes a folder of Markdown into the shop's documents, all of it or nothing; repeating it changes nothing.</summary>
internal sealed class PolicyImport(CatalogDbContext db, PolicyBook book)
{
    private const long LargestFile = 4L * Policy.LongestBody;

    /// <summary>True when every file is in the shop.</summary>
    public async Task<bool> RunAsync(string folder, bool dryRun, TextWriter output, CancellationToken cancellationToken)
    {
        var (policies, faults) = (new List<SavePolicy>(), new List<string>());
        foreach (var file in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            Read(file, Path.GetRelativePath(folder, file), policies, faults);
        if (policies.Count == 0 && faults.Count == 0)
            faults.Add($"{folder} holds no file that ends in .md.");
        faults.AddRange(policies.GroupBy(policy => (policy.Slug, PolicyFaults.Normalize(policy.Language))).Where(same => same.Count() > 1)
            .Select(same => $"{same.Count()} files are the document {same.Key.Slug} in one language. Give one another name."));
        foreach (var fault in faults)
            await output.WriteLineAsync(fault);
        if (faults.Count == 0 && !dryRun)
            await WriteAsync(policies, cancellationToken);
        await output.WriteLineAsync(faults.Count > 0 ? $"{faults.Count} faults, so no document was written."
            : dryRun ? $"{policies.Count} documents are good; nothing was written (dry run)." : $"{policies.Count} documents written.");
        return faults.Count == 0;
    }

    private static void Read(string file, string name, List<SavePolicy> policies, List<string> faults)
    {
        try
        {
            if (new FileInfo(file).Length > LargestFile)
                throw new UnreadableFileException(null, $"the file is larger than {LargestFile} bytes.");
            var policy = PolicyFile.Read(name, File.ReadAllText(file, new UTF8Encoding(false, throwOnInvalidBytes: true)));
            policies.Add(policy);
            faults.AddRange(PolicyFaults.Of(policy).Select(fault => $"{name}: {fault.Field} {fault.Reason}"));
        }
        catch (UnreadableFileException exception)
        {
            faults.Add($"{name}{(exception.Line is { } line ? $", line {line}" : "")}: {exception.Message}");
        }
        catch (DecoderFallbackException)
        {
            faults.Add($"{name}: the text is not valid UTF-8. Save the file as UTF-8.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{name}: the file cannot be read: {exception.Message}");
        }
    }

    private async Task WriteAsync(List<SavePolicy> policies, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var policy in policies)
            await book.WriteAsync(policy, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
