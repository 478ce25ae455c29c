using System.Diagnostics;

namespace ShellCorp.Grains.Counters;

/// <summary>When one player's counters are sent and checked next. Times are the clock's timestamps. Not thread-safe.</summary>
internal sealed class CounterSchedule(CounterOptions options, TimeProvider clock)
{
    /// <summary>A moment that never comes.</summary>
    public const long Never = long.MaxValue;

    private CheckStage _stage = CheckStage.First;
    private long _checkAt = clock.GetTimestamp();
    private long _sendAt = clock.GetTimestamp();
    private long _retryAt = clock.GetTimestamp();
    private int _failures;

    /// <summary>Whether the last attempt failed.</summary>
    public bool IsFailing => _failures > 0;

    /// <summary>Whether the check that comes next is the last.</summary>
    public bool IsLast => _stage == CheckStage.Quiet;

    /// <summary>Whether no check is needed any more.</summary>
    public bool IsDone => _stage == CheckStage.None;

    /// <summary>The next moment at which there is something to do.</summary>
    /// <param name="canSend">Whether there is something to send, and what was sent before is known.</param>
    public long Due(bool canSend)
    {
        var due = _stage == CheckStage.None ? Never : _checkAt;
        if (canSend)
            due = Math.Min(due, _sendAt);
        return due == Never ? Never : Math.Max(due, _retryAt);
    }

    /// <summary>Whether a check is due.</summary>
    public bool IsCheckDue => _stage != CheckStage.None && _checkAt <= clock.GetTimestamp();

    /// <summary>Something was counted.</summary>
    public void Counted()
    {
        if (_stage is CheckStage.None or CheckStage.Quiet)
            (_stage, _checkAt) = (CheckStage.Quiet, After(options.QuietCheck));
    }

    /// <summary>A check is wanted now.</summary>
    public void CheckNow() => (_stage, _checkAt) = (CheckStage.First, clock.GetTimestamp());

    /// <summary>Nobody knows what the counters are, or they were wrong. Two that correct each other must not do so in step.</summary>
    public void Doubted() => (_stage, _checkAt) = (CheckStage.First, After(options.FirstCheck * (0.5 + Random.Shared.NextDouble())));

    /// <summary>What is stored is newer than what this activation knows: it stands aside.</summary>
    public void StandAside() => (_stage, _checkAt) = (CheckStage.First, After(options.QuietCheck));

    /// <summary>Something was sent, whatever came of it.</summary>
    public void Sent() => _sendAt = After(options.GatherInterval);

    /// <summary>The counters were found exact.</summary>
    public void Confirmed() => (_stage, _checkAt) = _stage switch
    {
        CheckStage.First => (CheckStage.Second, After(options.SecondCheck)),
        CheckStage.Second => (CheckStage.Quiet, After(options.QuietCheck)),
        _ => (CheckStage.None, Never),
    };

    /// <summary>The counters can't be reached.</summary>
    public void Failed()
    {
        var pause = options.FirstCheck * Math.Pow(2, Math.Min(_failures++, 16));
        _retryAt = After(pause < options.LongestRetry ? pause : options.LongestRetry);
    }

    /// <summary>They can.</summary>
    public void Reached() => _failures = 0;

    private long After(TimeSpan pause)
    {
        Debug.Assert(pause >= TimeSpan.Zero, "Pauses are validated.");
        return clock.GetTimestamp() + (long)(pause.TotalSeconds * clock.TimestampFrequency);
    }
}
