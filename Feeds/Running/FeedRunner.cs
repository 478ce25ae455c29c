using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShellCorp.Ingest;

namespace ShellCorp.Feeds.Running;

/// <summary>
/// Plays a feed into the system, many matches at a time. The events of a match go in their order, a batch after the one before is answered;
/// nothing is dropped: what isn't taken is sent again until it is, which holds the match up.
/// </summary>
/// <param name="grains">Leads to the ingest grain.</param>
/// <param name="time">Paces the matches and the waits.</param>
/// <param name="logger">Told of failed calls and rejected events.</param>
/// <param name="options">How to play.</param>
/// <exception cref="OptionsValidationException">An option is out of its limits.</exception>
public sealed partial class FeedRunner(IGrainFactory grains, TimeProvider time, ILogger<FeedRunner> logger, FeedRunnerOptions options)
{
    private readonly FeedRunnerOptions _options = Validated(options);
    private readonly FeedCounters _counters = new();

    /// <summary>How far it is now; for all runs of this runner together.</summary>
    public FeedProgress Progress => _counters.Snapshot;

    /// <summary>Plays a feed to its end.</summary>
    /// <param name="feed">Where the matches come from.</param>
    /// <param name="cancellationToken">Stops all matches; what is on its way may be written or not.</param>
    /// <exception cref="FeedFormatException">The feed can't be understood; the other matches are stopped too.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<FeedResult> RunAsync(IMatchFeed feed, CancellationToken cancellationToken)
    {
        var before = Progress;
        var started = time.GetTimestamp();
        var sender = new IngestSender(grains.GetGrain<IIngestGrain>(0), time, _options, _counters, logger);
        var matches = feed.ReadAsync(cancellationToken);
        if (_options.Matches > 0)
            matches = matches.Take(_options.Matches);

        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = _options.ConcurrentMatches > 0 ? _options.ConcurrentMatches : int.MaxValue,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(matches.Index(), parallel, async (match, stop) =>
        {
            var pace = new MatchPace(time, _options.Speed, started, match.Index * _options.Stagger);
            await PlayAsync(match.Item, pace, sender, stop);
        });

        var after = Progress;
        return new(feed.Name, after.Read - before.Read, after.Accepted - before.Accepted, after.Rejected - before.Rejected);
    }

    private async Task PlayAsync(FeedMatch match, MatchPace pace, IngestSender sender, CancellationToken cancellationToken)
    {
        _counters.MatchStarted();
        var sent = 0;
        try
        {
            LogMatchStarted(match.MatchId, match.Label);
            while (sent < match.Steps.Length)
            {
                await pace.WaitForAsync(match.Steps[sent], cancellationToken);
                var batch = NextBatch(match.Steps, sent, pace);
                await SendAsync(batch, sender, cancellationToken);
                sent += batch.Length;
            }
        }
        finally
        {
            _counters.MatchStopped(sent == match.Steps.Length);
        }
    }

    private async Task SendAsync(ImmutableArray<FeedStep> batch, IngestSender sender, CancellationToken cancellationToken)
    {
        var rows = batch.Count(step => step.IsRow);
        _counters.RowsRead(rows);
        var facts = sender.SendAsync([.. batch.SelectMany(step => step.MatchUpdates)], cancellationToken);
        var actions = sender.SendAsync([.. batch.SelectMany(step => step.PlayerUpdates)], cancellationToken);
        await Task.WhenAll(facts, actions);

        var rejected = (await facts).Union(await actions);
        var spoilt = rejected.IsEmpty ? 0 : batch.Count(step => step.IsRow && IsSpoilt(step, rejected));
        _counters.RowsDone(rows - spoilt, spoilt);
    }

    /// <summary>What is due, at most a batch. The line-up goes alone: it makes the match known before the first event asks for it.</summary>
    private ImmutableArray<FeedStep> NextBatch(ImmutableArray<FeedStep> steps, int from, MatchPace pace)
    {
        var end = from + 1;
        if (steps[from].MatchUpdates.Any(fact => fact.Kind == Events.MatchFact.LineUp))
            return steps[from..end];

        while (end < steps.Length && end - from < _options.BatchSteps && pace.IsDue(steps[end]))
            end++;

        return steps[from..end];
    }

    private static bool IsSpoilt(FeedStep step, ImmutableHashSet<string> rejected) =>
        step.PlayerUpdates.Any(update => rejected.Contains(update.Id)) || step.MatchUpdates.Any(update => rejected.Contains(update.Id));

    private static FeedRunnerOptions Validated(FeedRunnerOptions options)
    {
        var result = new FeedRunnerOptionsValidator().Validate(null, options);
        return result.Failed ? throw new OptionsValidationException(nameof(FeedRunnerOptions), typeof(FeedRunnerOptions), result.Failures) : options;
    }
}
