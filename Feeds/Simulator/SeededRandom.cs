using System.Collections.Immutable;

namespace ShellCorp.Feeds.Simulator;

/// <summary>
/// SplitMix64: the same numbers for the same seed on every machine and runtime, which <see cref="Random"/> doesn't promise. Only
/// sums, products and comparisons are made of them, since other functions of floating-point numbers differ between processors.
/// </summary>
internal sealed class SeededRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state;

    /// <summary>Numbers that depend on both the seed and the stream, so that each match and team has its own.</summary>
    public SeededRandom(int seed, long stream)
    {
        _state = (uint)seed;
        _state = Next() ^ (ulong)stream;
        _state = Next();
    }

    /// <summary>From 0 to below 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From 0 to below a limit.</summary>
    public int Below(int limit) => (int)(Unit() * limit);

    /// <summary>From one number to below another.</summary>
    public double Between(double from, double to) => from + (Unit() * (to - from));

    /// <summary>True so many times in a thousand.</summary>
    public bool PerMille(double chance) => Unit() * 1000 < chance;

    /// <summary>Any of them.</summary>
    public T Pick<T>(ImmutableArray<T> items) => items[Below(items.Length)];

    /// <summary>The same items in another order.</summary>
    public ImmutableArray<T> Shuffle<T>(IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return [.. shuffled];
    }

    private ulong Next()
    {
        _state += Golden;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
