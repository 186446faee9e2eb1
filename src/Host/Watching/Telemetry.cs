using System.Diagnostics.Metrics;
using System.Reflection;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace EcommerceBot.Host.Watching;

/// <summary>Metrics for whoever scrapes <c>/metrics</c>; metrics and traces over OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
internal static class Telemetry
{
    private const int MostSeries = 500;

    private static readonly string[] Sources = ["EcommerceBot", "MassTransit", "Npgsql"];

    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHostedService<BackupAge>();
        if (!string.IsNullOrEmpty(builder.Configuration.GetConnectionString("Redis")))
            builder.Services.AddHostedService<RedisTimes>();

        var exports = !string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(Describe).WithMetrics(metrics =>
        {
            metrics.AddMeter([.. Sources, "System.Runtime", "System.Net.Http", "Microsoft.AspNetCore.*", "Polly"]).AddView(Shape).AddPrometheusExporter();
            if (exports)
                metrics.AddOtlpExporter();
        });
        // Without a receiver nothing is traced: it would be work for nobody.
        if (exports)
            telemetry.WithTracing(traces => AddTraces(traces, builder.Configuration));
    }

    private static void AddTraces(TracerProviderBuilder traces, IConfiguration configuration)
    {
        var ratio = (configuration.GetSection(TelemetryOptions.SectionName).Get<TelemetryOptions>() ?? new()).SampleRatio;
        // A stranger's header must not decide how much is recorded here.
        traces.SetSampler(new ParentBasedSampler(new BeginningsSampler(ratio), remoteParentSampled: new TraceIdRatioBasedSampler(ratio)))
            .AddSource(Sources)
            .AddAspNetCoreInstrumentation()
            .AddHttpClientInstrumentation()
            .AddProcessor(new SpanPrivacy())
            .AddOtlpExporter();
        traces.ConfigureServices(services => services.Configure<AspNetCoreTraceInstrumentationOptions>(options =>
            options.Filter = context => !IsOperators(context.Request.Path)));
    }

    private static bool IsOperators(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/metrics", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The usual buckets are made for milliseconds. And room is taken in advance for every combination of labels that is allowed: none here comes near a
    /// quarter of the usual 2,000, which would cost 10 MiB more.
    /// </summary>
    private static MetricStreamConfiguration Shape(Instrument instrument) => instrument is Histogram<double> { Unit: "s", Meter.Name: "EcommerceBot" }
        ? new ExplicitBucketHistogramConfiguration { Boundaries = Seconds, CardinalityLimit = MostSeries }
        : new MetricStreamConfiguration { CardinalityLimit = MostSeries };

    // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES come after it and win.
    private static void Describe(ResourceBuilder resource) => resource.Clear()
        .AddService("ecommercebot", serviceVersion: Assembly.GetExecutingAssembly().GetName().Version?.ToString(3), serviceInstanceId: Environment.MachineName)
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();
}
