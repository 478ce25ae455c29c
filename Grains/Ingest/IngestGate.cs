using Microsoft.Extensions.Options;

namespace ShellCorp.Grains.Ingest;

/// <summary>Bounds the events of a silo that wait for the log.</summary>
internal sealed class IngestGate(IOptions<IngestOptions> options)
{
    private int _inFlight;

    /// <summary>Lets events in while there is room; a call larger than all room there is, when nothing else is inside.</summary>
    public bool TryEnter(int events)
    {
        var before = Interlocked.Add(ref _inFlight, events) - events;
        if (before == 0 || before + events <= options.Value.EventsInFlight)
            return true;

        Leave(events);
        return false;
    }

    /// <summary>They are through.</summary>
    public void Leave(int events) => Interlocked.Add(ref _inFlight, -events);
}
