using System.Diagnostics;
using OpenTelemetry.Trace;

namespace EcommerceBot.Host.Watching;

/// <summary>
/// Decides at a trace's beginning, which is a request that came in, a message, or work of our own. A statement or call that stands alone belongs to something
/// that polls, and would bury the others.
/// </summary>
internal sealed class BeginningsSampler(double ratio) : Sampler
{
    private readonly TraceIdRatioBasedSampler _part = new(ratio);

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        samplingParameters.Kind == ActivityKind.Client && samplingParameters.ParentContext == default ? new SamplingResult(SamplingDecision.Drop) : _part.ShouldSample(samplingParameters);
}
