namespace EcommerceBot.Host.Profiling.Pprof;

/// <summary>One step of a call stack.</summary>
/// <param name="Method">With its type and namespace.</param>
/// <param name="Module">The assembly, without path and extension.</param>
internal sealed record Frame(string Method, string Module);
