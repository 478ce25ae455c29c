using System.Collections.Immutable;

namespace ShellCorp.Market;

/// <summary>Some of a desk's alerts.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.alert-page.v1")]
public sealed record AlertPage
{
    /// <summary>The alerts, newest first.</summary>
    [Id(0)] public required ImmutableArray<Alert> Alerts { get; init; }

    /// <summary>How many of all the desk's alerts aren't read.</summary>
    [Id(1)] public required int Unread { get; init; }
}
