using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using EcommerceBot.Catalog.Media.Fetching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Media;

/// <summary>Pictures: a bucket where one is named, else a folder.</summary>
internal static class MediaRegistration
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddMedia(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MediaOptions>().Bind(configuration.GetSection(MediaOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<MediaLinks>().AddSingleton<PictureFetch>();
        services.AddSingleton(new GuardedConnection(Dns.GetHostAddressesAsync, PublicAddress.Is));
        if (string.IsNullOrEmpty(configuration[$"{MediaOptions.SectionName}:{nameof(MediaOptions.S3)}:{nameof(BucketOptions.Bucket)}"]))
            return services.AddSingleton<IMediaStore, FolderMediaStore>();
        services.AddSingleton<IAmazonS3>(provider => Connect(provider.GetRequiredService<IOptions<MediaOptions>>().Value.S3));
        return services.AddSingleton<IMediaStore, BucketMediaStore>();
    }

    private static AmazonS3Client Connect(BucketOptions bucket)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = bucket.PathStyle,
            AuthenticationRegion = bucket.Region,
            Timeout = Patience,
            MaxErrorRetry = 2,
            // Checksums beside the signature are AWS's own; other services refuse them.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (string.IsNullOrEmpty(bucket.ServiceUrl))
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(bucket.Region);
        else
            config.ServiceURL = bucket.ServiceUrl;
        return string.IsNullOrEmpty(bucket.AccessKey) ? new AmazonS3Client(config) : new AmazonS3Client(new BasicAWSCredentials(bucket.AccessKey, bucket.SecretKey), config);
    }
}
