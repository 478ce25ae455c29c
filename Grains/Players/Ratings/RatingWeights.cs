using System.Collections.Immutable;
using System.Text.Json;

namespace ShellCorp.Grains.Players.Ratings;

/// <summary>A version of the table of weights. A published version never changes: other weights are another version, in another file.</summary>
public sealed class RatingWeights
{
    private const string CurrentVersion = "2026-1";
    private readonly ImmutableArray<StatisticWeight> _weights;

    private RatingWeights(RatingWeightsDocument document)
    {
        Version = document.Version;
        ShownAfterMinutes = document.ShownAfterMinutes;
        UpwardScale = document.UpwardScale;
        DownwardScale = document.DownwardScale;
        Minutes = new(document.Minutes);
        PassAccuracy = new(document.PassAccuracy.Steps);
        PassAttempts = new([new(document.PassAccuracy.FromAttempts, 0), new(document.PassAccuracy.FullAttempts, 1000)]);
        _weights = [.. Enum.GetValues<RatingStatistic>().Select(statistic => WeightOf(document.Statistics[NameOf(statistic)]))];
    }

    /// <summary>The weights that ratings are made with.</summary>
    public static RatingWeights Current { get; } = LoadEmbedded(CurrentVersion);

    /// <summary>The version, such as <c>2026-1</c>.</summary>
    public string Version { get; }

    /// <summary>Minutes played from which a rating is shown.</summary>
    public int ShownAfterMinutes { get; }

    /// <summary>Points, in thousandths, at which a rating has gone 1/√2 of the way from 6.00 to 10.00.</summary>
    public int UpwardScale { get; }

    /// <summary>Points, in thousandths, at which a rating has gone 1/√2 of the way from 6.00 to 3.00.</summary>
    public int DownwardScale { get; }

    /// <summary>Points for minutes played.</summary>
    public Ramp Minutes { get; }

    /// <summary>Points for the accuracy of passes in thousandths, for a player with many passes.</summary>
    public Ramp PassAccuracy { get; }

    /// <summary>The share of <see cref="PassAccuracy"/>, in thousandths, that so many passes earn.</summary>
    public Ramp PassAttempts { get; }

    /// <summary>The weight of a statistic.</summary>
    public StatisticWeight this[RatingStatistic statistic] => _weights[(int)statistic];

    /// <summary>Reads a file of weights.</summary>
    /// <param name="name">What the error calls the file.</param>
    /// <param name="json">Its content, UTF-8.</param>
    /// <exception cref="InvalidDataException">Says all that is wrong with it.</exception>
    public static RatingWeights Parse(string name, ReadOnlySpan<byte> json)
    {
        try
        {
            var document = JsonSerializer.Deserialize(json, RatingWeightsJsonContext.Default.RatingWeightsDocument)
                ?? throw new InvalidDataException($"{name}: the file holds null.");
            var faults = RatingWeightsCheck.Find(document).ToArray();
            return faults.Length == 0 ? new(document) : throw new InvalidDataException($"{name}: {string.Join("; ", faults)}.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{name}: {e.Message}", e);
        }
    }

    internal static string NameOf(RatingStatistic statistic) => JsonNamingPolicy.CamelCase.ConvertName(statistic.ToString());

    private static RatingWeights LoadEmbedded(string version)
    {
        var name = version + ".json";
        using var stream = typeof(RatingWeights).Assembly.GetManifestResourceStream("rating-weights/" + name)
            ?? throw new InvalidDataException($"{name}: there are no such weights.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return Parse(name, memory.ToArray());
    }

    private static StatisticWeight WeightOf(RatingWeightsDocument.StatisticDocument document) => new(
        document.Category,
        document.Points,
        document.Goalkeeper ?? document.Points,
        document.Defender ?? document.Points,
        document.Midfielder ?? document.Points,
        document.Forward ?? document.Points);
}
