using ShellCorp.Grains.Market;
using ShellCorp.Silo.Market;

namespace ShellCorp.Oltp.Tests.Market;

/// <summary>A log that keeps what it is given, and fails on order: before, amid, or after it has kept it.</summary>
internal sealed class RecordingLog(Func<LogFault> nextFault) : IMarketLog
{
    private readonly Lock _lock = new();
    private readonly List<OutboxRow> _records = [];

    public IReadOnlyList<OutboxRow> Records
    {
        get
        {
            lock (_lock)
                return [.. _records];
        }
    }

    public Task AppendAsync(IReadOnlyList<OutboxRow> events, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var fault = nextFault();
            _records.AddRange(fault switch
            {
                LogFault.Before => [],
                LogFault.Amid => events.Where((_, index) => index % 2 == 0),
                _ => events,
            });
            return fault == LogFault.None ? Task.CompletedTask : Task.FromException(new IOException($"The log failed on purpose, {fault} keeping."));
        }
    }

    /// <summary>What a consumer takes that drops whatever isn't newer than what it has of the same key.</summary>
    public Dictionary<long, List<OutboxRow>> Taken()
    {
        var taken = new Dictionary<long, List<OutboxRow>>();
        foreach (var record in Records)
        {
            if (!taken.TryGetValue(record.Key, out var rows))
                taken[record.Key] = rows = [];
            if (rows.Count == 0 || record.Sequence > rows[^1].Sequence)
                rows.Add(record);
        }

        return taken;
    }
}
