namespace EcommerceBot.Conversations.Tests.Sample;

/// <summary>A data folder that goes with the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("conversations-").FullName;

    /// <summary>The PostgreSQL database of the first shop on this folder; a second one finds it again.</summary>
    public string? Database { get; set; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
