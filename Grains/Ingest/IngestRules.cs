using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Grains.Log;

namespace ShellCorp.Grains.Ingest;

/// <summary>What the door needs to know of a kind of event.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Match">Its match.</param>
/// <param name="Validate">What is wrong with it by itself.</param>
/// <param name="Fit">What doesn't fit the match's line-up.</param>
/// <param name="AppendAsync">Writes them to the log.</param>
/// <typeparam name="T">The events.</typeparam>
internal sealed record IngestRules<T>(
    Func<T, string> Id,
    Func<T, MatchId> Match,
    Func<T, ImmutableArray<FieldError>> Validate,
    Func<T, MatchSheet, ImmutableArray<FieldError>> Fit,
    Func<TimedEventLog, ImmutableArray<T>, CancellationToken, Task> AppendAsync);
