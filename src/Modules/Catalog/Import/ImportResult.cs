using EcommerceBot.Catalog.Import.Saving;

namespace EcommerceBot.Catalog.Import;

/// <summary>What an import did, or would have done (dry run). With faults it did nothing, unless it was told to keep going.</summary>
internal sealed record ImportResult
{
    public required ImportCounts Counts { get; init; }
    public int Created => Counts.Created;
    public int Updated => Counts.Updated;
    public int Unchanged => Counts.Unchanged;
    public int Variants => Counts.Variants;

    /// <summary>Whether anything is in the shop.</summary>
    public required bool IsStored { get; init; }

    /// <summary>Also those beyond the remembered ones.</summary>
    public required int FaultCount { get; init; }

    /// <summary>The first hundred.</summary>
    public required IReadOnlyList<ImportFault> Faults { get; init; }

    public static ImportResult Refused(IReadOnlyList<ImportFault> faults) => new() { Counts = ImportCounts.None, IsStored = false, FaultCount = faults.Count, Faults = faults };
}

/// <summary>One thing that is wrong with a file.</summary>
/// <param name="Line">Line of the file, from 1; null when the file as a whole is meant.</param>
/// <param name="Sentence">What is wrong and how to mend it.</param>
internal sealed record ImportFault(int? Line, string Sentence)
{
    public override string ToString() => Line is null ? Sentence : $"line {Line}: {Sentence}";
}

/// <summary>How far an import is: it reads the file twice, first to check it all, then to store it.</summary>
internal sealed record ImportProgress(long BytesRead, long BytesTotal)
{
    /// <summary>0 to 1.</summary>
    public double Fraction => BytesTotal == 0 ? 1 : Math.Min(1, (double)BytesRead / BytesTotal);
}

/// <summary>What a file may leave out.</summary>
/// <param name="Stock">Pieces of a new SKU for which the file gives no stock.</param>
/// <param name="Currency">ISO 4217 code of prices that name none.</param>
internal sealed record ImportSettings(int Stock, string Currency)
{
    /// <summary>Who imports, for the audit.</summary>
    public string By { get; init; } = "import";

    /// <summary>Checks all and stores nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Takes every fault, a line each; null keeps the first hundred only.</summary>
    public TextWriter? Report { get; init; }

    /// <summary>Stores what is good and leaves out what is not, instead of nothing at all.</summary>
    public bool KeepGoing { get; init; }
}
