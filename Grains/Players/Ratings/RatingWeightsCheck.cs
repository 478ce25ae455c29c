using System.Collections.Immutable;

namespace ShellCorp.Grains.Players.Ratings;

/// <summary>Finds what is wrong with a file of weights whose JSON is right.</summary>
internal static class RatingWeightsCheck
{
    private const int MostPoints = 100_000;

    public static IEnumerable<string> Find(RatingWeightsDocument document) =>
    [
        .. Scalars(document),
        .. Steps("minutes", document.Minutes, 120),
        .. Steps("passAccuracy.steps", document.PassAccuracy.Steps, 1000),
        .. Statistics(document.Statistics),
    ];

    private static IEnumerable<string> Scalars(RatingWeightsDocument document)
    {
        if (string.IsNullOrWhiteSpace(document.Version))
            yield return "version: must not be empty";
        if (document.ShownAfterMinutes is < 0 or > 90)
            yield return $"shownAfterMinutes: must be 0 to 90, is {document.ShownAfterMinutes}";
        if (document.UpwardScale is < 1000 or > 1_000_000)
            yield return $"upwardScale: must be 1000 to 1000000, is {document.UpwardScale}";
        if (document.DownwardScale is < 1000 or > 1_000_000)
            yield return $"downwardScale: must be 1000 to 1000000, is {document.DownwardScale}";
        if (document.PassAccuracy.FromAttempts < 0 || document.PassAccuracy.FullAttempts <= document.PassAccuracy.FromAttempts)
        {
            yield return $"passAccuracy: fullAttempts must be above fromAttempts and that 0 or more, they are {document.PassAccuracy.FullAttempts} "
                + $"and {document.PassAccuracy.FromAttempts}";
        }
    }

    private static IEnumerable<string> Steps(string field, ImmutableArray<RampStep> steps, int last)
    {
        if (steps.IsDefaultOrEmpty)
            yield return $"{field}: needs at least one step";
        else
        {
            for (var i = 0; i < steps.Length; i++)
            {
                if (steps[i].At < 0 || steps[i].At > last)
                    yield return $"{field}[{i}].at: must be 0 to {last}, is {steps[i].At}";
                if (i > 0 && steps[i].At <= steps[i - 1].At)
                    yield return $"{field}[{i}].at: must be above the step before, is {steps[i].At} after {steps[i - 1].At}";
                if (Math.Abs((long)steps[i].Points) > MostPoints)
                    yield return $"{field}[{i}].points: must be within ±{MostPoints}, is {steps[i].Points}";
            }
        }
    }

    private static IEnumerable<string> Statistics(ImmutableDictionary<string, RatingWeightsDocument.StatisticDocument> statistics)
    {
        var known = Enum.GetValues<RatingStatistic>().Select(RatingWeights.NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var missing in known.Except(statistics.Keys).Order(StringComparer.Ordinal))
            yield return $"statistics.{missing}: is missing";
        foreach (var unknown in statistics.Keys.Except(known).Order(StringComparer.Ordinal))
            yield return $"statistics.{unknown}: there is no such statistic";

        foreach (var (name, weight) in statistics.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            foreach (var points in (int?[])[weight.Points, weight.Goalkeeper, weight.Defender, weight.Midfielder, weight.Forward])
            {
                if (points is { } given && Math.Abs((long)given) > MostPoints)
                    yield return $"statistics.{name}: must be within ±{MostPoints}, is {given}";
            }
        }
    }
}
