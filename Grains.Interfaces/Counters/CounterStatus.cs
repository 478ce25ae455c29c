namespace ShellCorp.Counters;

/// <summary>How far the counters are behind what was applied.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.counter-status.v1")]
public sealed record CounterStatus
{
    /// <summary>Nothing is behind.</summary>
    public static CounterStatus Current { get; } = new();

    /// <summary>Applied events that the counters don't show for certain yet.</summary>
    [Id(0)] public long Behind { get; init; }

    /// <summary>Of how many players.</summary>
    [Id(1)] public int Players { get; init; }

    /// <summary>Why the last attempt to count failed; null where it didn't.</summary>
    [Id(2)] public string? Problem { get; init; }

    /// <summary>Both together.</summary>
    public static CounterStatus operator +(CounterStatus one, CounterStatus other) => Add(one, other);

    /// <summary>Both together.</summary>
    public static CounterStatus Add(CounterStatus one, CounterStatus other) => new()
    {
        Behind = one.Behind + other.Behind,
        Players = one.Players + other.Players,
        Problem = one.Problem ?? other.Problem,
    };
}
