namespace EcommerceBot.Catalog.Media;

/// <summary>Where pictures are kept. A name is made from the content, so a stored picture never changes.</summary>
internal interface IMediaStore
{
    /// <summary>Storing the same picture again changes nothing.</summary>
    Task SaveAsync(string name, byte[] content, CancellationToken cancellationToken);

    /// <summary>Null when there is no picture of that name; the caller disposes the stream, which can seek.</summary>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken);

    /// <summary>False when there is no such picture.</summary>
    Task<bool> DeleteAsync(string name, CancellationToken cancellationToken);
}
