using System.Collections.Immutable;

namespace ShellCorp.Feeds.Simulator;

/// <summary>A distribution given by its percentiles 2, 10, 30, 50, 70, 90 and 98. Between them it is even; what is rarer is cut off.</summary>
internal sealed class Percentiles(IEnumerable<double> values)
{
    private static readonly ImmutableArray<double> Shares = [0, .1, .3, .5, .7, .9, 1];
    private readonly ImmutableArray<double> _values = [.. values];

    public double Draw(SeededRandom random)
    {
        var share = random.Unit();
        var i = 1;
        while (Shares[i] < share)
            i++;

        return _values[i - 1] + ((_values[i] - _values[i - 1]) * (share - Shares[i - 1]) / (Shares[i] - Shares[i - 1]));
    }
}
