namespace ShellCorp.Feeds.Tests.Wyscout;

/// <summary>How far two orders agree.</summary>
internal static class RankCorrelation
{
    /// <summary>Spearman's coefficient, ties ranked by their average.</summary>
    public static double Spearman(double[] one, double[] other) => Pearson(Ranks(one), Ranks(other));

    private static double[] Ranks(double[] values) =>
        [.. values.Select(value => values.Count(each => each < value) + ((values.Count(each => each.Equals(value)) - 1) / 2.0))];

    private static double Pearson(double[] one, double[] other)
    {
        var (mean, otherMean) = (one.Average(), other.Average());
        var covariance = one.Zip(other, (a, b) => (a - mean) * (b - otherMean)).Sum();
        return covariance / Math.Sqrt(one.Sum(a => (a - mean) * (a - mean)) * other.Sum(b => (b - otherMean) * (b - otherMean)));
    }
}
