namespace EcommerceBot.Catalog.Import;

/// <summary>Collects what is wrong, so that one run tells it all; after the hundredth it only remembers that there is more.</summary>
internal sealed class ImportFaults
{
    public const int Most = 100;

    private readonly List<ImportFault> _faults = [];

    public IReadOnlyList<ImportFault> All => _faults;
    public bool Any => _faults.Count > 0;
    public bool IsFull => _faults.Count >= Most;

    public void Add(int? line, string sentence)
    {
        if (!IsFull)
            _faults.Add(new ImportFault(line, sentence));
    }
}

/// <summary>The file cannot be read any further.</summary>
internal sealed class UnreadableFileException(int? line, string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    public int? Line => line;
}
