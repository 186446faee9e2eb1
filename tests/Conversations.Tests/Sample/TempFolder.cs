namespace EcommerceBot.Conversations.Tests.Sample;

/// <summary>A data folder that goes with the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("conversations-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
