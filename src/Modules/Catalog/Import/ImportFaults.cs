namespace EcommerceBot.Catalog.Import;

/// <summary>
/// Collects what is wrong, so that one run tells it all. The first hundred are remembered; with a report every one is written there, however many,
/// and without one nothing is looked for after the hundredth.
/// </summary>
/// <param name="report">Takes a line a fault; null for none.</param>
/// <param name="unlimited">Goes on after the hundredth.</param>
internal sealed class ImportFaults(TextWriter? report = null, bool unlimited = false)
{
    public const int Most = 100;

    private readonly List<ImportFault> _faults = [];

    public IReadOnlyList<ImportFault> All => _faults;

    /// <summary>Also those that are not remembered.</summary>
    public int Count { get; private set; }
    public bool Any => Count > 0;
    public bool IsFull => Count >= Most && report is null && !unlimited;

    public void Add(int? line, string sentence)
    {
        if (IsFull)
            return;
        Count++;
        var fault = new ImportFault(line, sentence);
        report?.WriteLine(fault.ToString());
        if (_faults.Count < Most)
            _faults.Add(fault);
    }
}

/// <summary>The file cannot be read any further.</summary>
internal sealed class UnreadableFileException(int? line, string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    public int? Line => line;
}
