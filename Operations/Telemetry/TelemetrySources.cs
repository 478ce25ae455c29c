using System.Collections.Immutable;

namespace ShellCorp.Operations.Telemetry;

/// <summary>What a process measures and traces, by OpenTelemetry's names; <c>*</c> stands for anything.</summary>
/// <param name="Service">The process's name among others.</param>
/// <param name="Meters">Its meters, besides those of .NET.</param>
/// <param name="Activities">Its activity sources, besides ASP.NET Core's.</param>
public sealed record TelemetrySources(string Service, ImmutableArray<string> Meters, ImmutableArray<string> Activities);
