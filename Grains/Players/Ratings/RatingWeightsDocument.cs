using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Grains.Players.Ratings;

/// <summary>The shape of a file of weights. All points are thousandths of a point of the table.</summary>
internal sealed record RatingWeightsDocument
{
    public required string Version { get; init; }

    public required int ShownAfterMinutes { get; init; }

    public required int UpwardScale { get; init; }

    public required int DownwardScale { get; init; }

    public required ImmutableArray<RampStep> Minutes { get; init; }

    public required AccuracyDocument PassAccuracy { get; init; }

    public required ImmutableDictionary<string, StatisticDocument> Statistics { get; init; }

    internal sealed record AccuracyDocument
    {
        public required int FromAttempts { get; init; }

        public required int FullAttempts { get; init; }

        public required ImmutableArray<RampStep> Steps { get; init; }
    }

    internal sealed record StatisticDocument
    {
        public required RatingCategory Category { get; init; }

        public required int Points { get; init; }

        public int? Goalkeeper { get; init; }

        public int? Defender { get; init; }

        public int? Midfielder { get; init; }

        public int? Forward { get; init; }
    }
}
