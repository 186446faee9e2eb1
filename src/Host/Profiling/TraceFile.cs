namespace EcommerceBot.Host.Profiling;

/// <summary>A recording on its way to its reader, and what reading it leaves behind; both are gone afterwards.</summary>
internal sealed class TraceFile : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("profile-").FullName;

    public string Path => System.IO.Path.Combine(_folder, "cpu.nettrace");

    /// <summary>The same with its methods looked up.</summary>
    public string Indexed => System.IO.Path.Combine(_folder, "cpu.etlx");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
