using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Media;

/// <summary>Pictures in an S3-compatible bucket, which all replicas share.</summary>
internal sealed class BucketMediaStore(IAmazonS3 s3, IOptions<MediaOptions> options) : IMediaStore
{
    private BucketOptions Bucket => options.Value.S3;

    public async Task SaveAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(content);
        await s3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = Bucket.Bucket,
            Key = KeyOf(name),
            InputStream = body,
            ContentType = MediaFormat.OfName(name)?.ContentType,
            // A CDN may take it straight from the bucket.
            Headers = { CacheControl = MediaName.CacheControl },
            // One signed body: not every service takes a signature a chunk.
            UseChunkEncoding = false,
        }, cancellationToken);
    }

    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        if (!MediaName.IsValid(name))
            return null;
        try
        {
            using var found = await s3.GetObjectAsync(Bucket.Bucket, KeyOf(name), cancellationToken);
            // No larger than a picture may be, so that the connection is free at once.
            var content = new MemoryStream();
            await found.ResponseStream.CopyToAsync(content, cancellationToken);
            content.Position = 0;
            return content;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public async Task<bool> DeleteAsync(string name, CancellationToken cancellationToken)
    {
        if (!MediaName.IsValid(name))
            return false;
        try
        {
            // Deleting says nothing of whether there was anything.
            await s3.GetObjectMetadataAsync(Bucket.Bucket, KeyOf(name), cancellationToken);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
        await s3.DeleteObjectAsync(Bucket.Bucket, KeyOf(name), cancellationToken);
        return true;
    }

    private string KeyOf(string name) => Bucket.Prefix + name;
}
