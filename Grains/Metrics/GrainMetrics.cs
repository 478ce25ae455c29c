using System.Diagnostics.Metrics;
using ShellCorp.Ingest;

namespace ShellCorp.Grains.Metrics;

/// <summary>The project's meter.</summary>
public sealed class GrainMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "ShellCorp.Grains";

    private readonly Counter<long> _playerUpdates;
    private readonly Counter<long> _playerRepeats;
    private readonly Counter<long> _matchFacts;
    private readonly Counter<long> _matchRepeats;
    private readonly Counter<long> _ratingsPublished;
    private readonly Counter<long> _derivedPublished;
    private readonly Counter<long> _ingested;

    public GrainMetrics(IMeterFactory factory)
    {
#pragma warning disable CA2000 // The factory owns the meters it makes and disposes them with the host.
        var meter = factory.Create(MeterName);
#pragma warning restore CA2000
        _playerUpdates = meter.CreateCounter<long>("shellcorp.ratings.events_applied", "{event}", "Player updates applied to a rating.");
        _playerRepeats = meter.CreateCounter<long>("shellcorp.ratings.events_repeated", "{event}", "Player updates recognised and not applied again.");
        _ratingsPublished = meter.CreateCounter<long>("shellcorp.ratings.published", "{event}", "Live ratings acknowledged by the log.");
        _matchFacts = meter.CreateCounter<long>("shellcorp.matches.facts_applied", "{event}", "Match updates applied.");
        _matchRepeats = meter.CreateCounter<long>("shellcorp.matches.facts_repeated", "{event}", "Match updates recognised and not applied again.");
        _derivedPublished = meter.CreateCounter<long>("shellcorp.matches.derived_published", "{event}", "Player updates derived by matches.");
        _ingested = meter.CreateCounter<long>("shellcorp.ingest.events", "{event}", "Events at the door, by what became of them.");
    }

    public void PlayerUpdatesApplied(int count) => _playerUpdates.Add(count);

    public void PlayerUpdatesRepeated(int count) => _playerRepeats.Add(count);

    public void MatchFactsApplied(int count) => _matchFacts.Add(count);

    public void MatchFactsRepeated(int count) => _matchRepeats.Add(count);

    public void RatingsPublished(int count) => _ratingsPublished.Add(count);

    public void DerivedPublished(int count) => _derivedPublished.Add(count);

    public void Ingested(IngestStatus status, int count) => _ingested.Add(count, new KeyValuePair<string, object?>("status", status.ToString()));
}
