using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShellCorp.Events;
using ShellCorp.Grains.Timing;
using ShellCorp.Matches;

namespace ShellCorp.Grains.Ingest;

/// <summary>Line-ups that this silo has seen. Only known ones are held: one that isn't known yet may be the next thing to arrive.</summary>
internal sealed class KnownSheets(
    IGrainFactory grains, IOptions<IngestOptions> options, [FromKeyedServices(GrainClock.Key)] TimeProvider clock)
{
    private const int Most = 2000;
    private readonly ConcurrentDictionary<MatchId, (MatchSheet Sheet, long ReadAt)> _held = new();

    /// <summary>A line-up as it was within the last <see cref="IngestOptions.SheetLifetime"/>, or null where it isn't known.</summary>
    public async Task<MatchSheet?> GetAsync(MatchId match, CancellationToken cancellationToken) =>
        _held.TryGetValue(match, out var held) && clock.GetElapsedTime(held.ReadAt) < options.Value.SheetLifetime
            ? held.Sheet
            : await ReadAsync(match, cancellationToken);

    /// <summary>A line-up as it is now, or null where it isn't known.</summary>
    public async Task<MatchSheet?> ReadAsync(MatchId match, CancellationToken cancellationToken)
    {
        var sheet = await grains.GetGrain<IMatchGrain>(match.Value).GetSheetAsync(cancellationToken);
        if (sheet is null)
            return null;

        if (_held.Count >= Most)
            _held.Clear();

        _held[match] = (sheet, clock.GetTimestamp());
        return sheet;
    }
}
