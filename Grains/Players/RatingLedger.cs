using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Grains.Delivery;
using ShellCorp.Grains.Players.Ratings;

namespace ShellCorp.Grains.Players;

/// <summary>
/// One player in one match: the tally that the rating is a function of, and what was applied to it. It is finished up to the version that was
/// published, so <see cref="AppliedEvents.Finished"/> is the published version.
/// </summary>
[GenerateSerializer, Immutable, Alias("shellcorp.rating-ledger.v1")]
public sealed record RatingLedger
{
    /// <summary>No update yet.</summary>
    public static RatingLedger Empty { get; } = new();

    /// <summary>The applied events' identities.</summary>
    [Id(0)] public AppliedEvents Events { get; init; } = AppliedEvents.Empty;

    /// <summary>The sum of the applied updates.</summary>
    [Id(1)] public RatingTally Tally { get; init; } = RatingTally.Empty;

    /// <summary>What the updates left behind, in the order in which they were applied; explains the rating.</summary>
    [Id(2)] public ImmutableArray<AppliedUpdate> Updates { get; init; } = [];

    /// <summary>The number of updates applied.</summary>
    public int Version => Tally.Version;

    /// <summary>Whether no update of the match was applied.</summary>
    public bool IsEmpty => Version == 0;

    /// <summary>Tells the updates of a delivery that are new.</summary>
    public Sifted<PlayerUpdate> Sift(IReadOnlyCollection<PlayerUpdate> updates) => Events.Sift(updates, update => update.Id);

    /// <summary>Applies the new updates of a delivery.</summary>
    public RatingLedger Apply(Sifted<PlayerUpdate> sifted) => sifted.Fresh.IsEmpty ? this : this with
    {
        Events = sifted.Next,
        Tally = Tally.Add(sifted.Fresh),
        Updates = [.. Updates, .. sifted.Fresh.Select(AppliedUpdate.From)],
    };

    /// <summary>The delivery is finished: its version is published, or none needed to be.</summary>
    public RatingLedger Finish(int repeats)
    {
        var events = Events.Finish(repeats);
        return ReferenceEquals(events, Events) ? this : this with { Events = events };
    }
}
