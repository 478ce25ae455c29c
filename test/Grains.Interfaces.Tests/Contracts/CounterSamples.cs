using System.Collections.Immutable;
using ShellCorp.Counters;
using ShellCorp.Events;

namespace ShellCorp.Grains.Interfaces.Tests.Contracts;

/// <summary>One message of each type of the counters.</summary>
internal static class CounterSamples
{
    private static readonly SeasonCounters Season = new() { Season = 2025, Counts = ImmutableDictionary<PlayerCounter, long>.Empty.Add(PlayerCounter.Passes, 1234) };

    public static ImmutableArray<object> All { get; } =
    [
        Season,
        new PlayerCounters { PlayerId = new(90012), Seasons = [Season], Attention = ImmutableDictionary<PlayerCounter, long>.Empty.Add(PlayerCounter.Followers, 17) },
        new CounterStatus { Behind = 4711, Players = 22, Problem = "No node answers." },
        new PlayerAttention
        {
            Id = "follow/1", PlayerId = new(90012), Kind = AttentionKind.Followed, By = "fan/4711", OccurredAt = new(2026, 8, 1, 15, 5, 0, TimeSpan.Zero),
        },
        Enum.GetValues<PlayerCounter>(), Enum.GetValues<AttentionKind>(),
    ];
}
