using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Catalog.Media;

/// <summary>Where pictures are kept, and where browsers get them from.</summary>
internal sealed class MediaOptions : IValidatableObject
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Media";

    /// <summary>Base address of a CDN before this shop or its bucket: pictures are then told as <c>{PublicBaseUrl}/{name}</c>. Unset: <c>/media/{name}</c> of this shop.</summary>
    public string? PublicBaseUrl { get; set; }

    /// <summary>A bucket for pictures. Unset: the folder <c>media</c> under <c>Storage:DataPath</c>.</summary>
    public BucketOptions S3 { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicBaseUrl is { Length: > 0 } address && !IsWebAddress(address))
            yield return new ValidationResult("Media:PublicBaseUrl should be an http or https address such as https://cdn.example.com/media.");
        if (S3.ServiceUrl is { Length: > 0 } service && !IsWebAddress(service))
            yield return new ValidationResult("Media:S3:ServiceUrl should be an http or https address such as https://storage.example.com; leave it out for AWS itself.");
        if (!string.IsNullOrEmpty(S3.AccessKey) != !string.IsNullOrEmpty(S3.SecretKey))
            yield return new ValidationResult("Media:S3:AccessKey and Media:S3:SecretKey go together; leave both out to use the machine's own role.");
        if (string.IsNullOrEmpty(S3.Bucket) && (S3.ServiceUrl ?? S3.AccessKey ?? S3.SecretKey) is { Length: > 0 })
            yield return new ValidationResult("Media:S3:Bucket is missing: name the bucket that takes the pictures.");
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}

/// <summary>An S3-compatible bucket.</summary>
internal sealed class BucketOptions
{
    /// <summary>Its name; set means used.</summary>
    public string? Bucket { get; set; }

    /// <summary>Address of the service, for all that is not AWS.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>Goes into signatures. Default <c>us-east-1</c>.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>With <see cref="SecretKey"/>; both unset: the machine's own role.</summary>
    public string? AccessKey { get; set; }
    public string? SecretKey { get; set; }

    /// <summary>Put before each name, such as <c>shop/</c>.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Whether the bucket stands in the path and not in the host name. Default true, which services other than AWS expect.</summary>
    public bool PathStyle { get; set; } = true;
}
