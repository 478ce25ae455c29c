using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using ShellCorp.Events;
using ShellCorp.Grains.Log;
using ShellCorp.Grains.Matches;
using ShellCorp.Grains.Metrics;
using ShellCorp.Ingest;

namespace ShellCorp.Grains.Ingest;

/// <summary>Lets events in: held against the rules one by one, then written to the log together.</summary>
[StatelessWorker, Reentrant]
internal sealed partial class IngestGrain(
    TimedEventLog log,
    ILogCapacity capacity,
    KnownSheets sheets,
    IngestGate gate,
    IOptions<IngestOptions> options,
    GrainMetrics metrics,
    ILogger<IngestGrain> logger) : Grain, IIngestGrain
{
    private static readonly IngestRules<PlayerUpdate> PlayerRules = new(
        update => update.Id,
        update => update.MatchId,
        EventValidator.ValidateReported,
        SheetRules.Check,
        (log, updates, token) => log.AppendAsync(updates, token));

    private static readonly IngestRules<MatchUpdate> MatchRules = new(
        update => update.Id,
        update => update.MatchId,
        EventValidator.Validate,
        SheetRules.Check,
        (log, updates, token) => log.AppendAsync(updates, token));

    public Task<IngestReply> IngestAsync(ImmutableArray<PlayerUpdate> updates, CancellationToken cancellationToken) =>
        IngestAsync(updates, PlayerRules, cancellationToken);

    public Task<IngestReply> IngestAsync(ImmutableArray<MatchUpdate> updates, CancellationToken cancellationToken) =>
        IngestAsync(updates, MatchRules, cancellationToken);

    private async Task<IngestReply> IngestAsync<T>(ImmutableArray<T> events, IngestRules<T> rules, CancellationToken cancellationToken)
    {
        var verdicts = await JudgeAsync(events, rules, cancellationToken);
        var retryAfter = verdicts.Any(verdict => verdict.Status == IngestStatus.Deferred) ? options.Value.RetryAfter : (TimeSpan?)null;
        ImmutableArray<T> valid = [.. events.Where((_, i) => verdicts[i].Status == IngestStatus.Accepted)];
        if (!valid.IsEmpty)
        {
            var (status, holdBack) = await WriteAsync(valid, rules, cancellationToken);
            retryAfter = holdBack ?? retryAfter;
            foreach (ref var verdict in verdicts.AsSpan())
                verdict = verdict.Status == IngestStatus.Accepted ? new(status) : verdict;
        }

        foreach (var group in verdicts.CountBy(verdict => verdict.Status))
            metrics.Ingested(group.Key, group.Value);

        return new()
        {
            Answers = [.. events.Select((one, i) => new IngestAnswer { EventId = rules.Id(one) ?? "", Status = verdicts[i].Status, Errors = verdicts[i].Errors })],
            RetryAfter = retryAfter,
        };
    }

    /// <summary>What is valid and fits its match, if its line-up is known. Accepted here means: may be written.</summary>
    private async Task<IngestVerdict[]> JudgeAsync<T>(ImmutableArray<T> events, IngestRules<T> rules, CancellationToken cancellationToken)
    {
        var lookup = new SheetLookup(sheets, cancellationToken);
        var verdicts = new IngestVerdict[events.Length];
        for (var i = 0; i < events.Length; i++)
        {
            var errors = rules.Validate(events[i]);
            verdicts[i] = errors.IsEmpty ? new(IngestStatus.Accepted) : new(IngestStatus.Rejected, errors);
            if (errors.IsEmpty)
                _ = lookup.HeldAsync(rules.Match(events[i]));
        }

        for (var i = 0; i < events.Length; i++)
        {
            if (verdicts[i].Status == IngestStatus.Accepted)
                verdicts[i] = await FitAsync(events[i], rules, lookup, cancellationToken);
        }

        return verdicts;
    }

    private async Task<IngestVerdict> FitAsync<T>(T one, IngestRules<T> rules, SheetLookup lookup, CancellationToken cancellationToken)
    {
        var match = rules.Match(one);
        try
        {
            if (await lookup.HeldAsync(match) is not { } held || rules.Fit(one, held).IsEmpty)
                return new(IngestStatus.Accepted);

            // The line-up may have been corrected since.
            var errors = await lookup.FreshAsync(match) is { } fresh ? rules.Fit(one, fresh) : [];
            return errors.IsEmpty ? new(IngestStatus.Accepted) : new(IngestStatus.Rejected, errors);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogSheetUnavailable(exception, match);
            return new(IngestStatus.Deferred);
        }
    }

    private async Task<(IngestStatus Status, TimeSpan? HoldBack)> WriteAsync<T>(
        ImmutableArray<T> valid, IngestRules<T> rules, CancellationToken cancellationToken)
    {
        if (capacity.HoldBack is { } holdBack)
            return (IngestStatus.Deferred, holdBack);

        if (!gate.TryEnter(valid.Length))
            return (IngestStatus.Deferred, options.Value.RetryAfter);

        try
        {
            await rules.AppendAsync(log, valid, cancellationToken);
            return (IngestStatus.Accepted, null);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogAppendFailed(exception, valid.Length);
            return (IngestStatus.Unknown, null);
        }
        finally
        {
            gate.Leave(valid.Length);
        }
    }
}
