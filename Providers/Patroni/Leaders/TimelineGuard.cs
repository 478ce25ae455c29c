namespace Patroni.Leaders;

/// <summary>The highest timeline on which a scope's leader was seen.</summary>
internal sealed class TimelineGuard
{
    private int _highest;

    /// <summary>Whether a leader may be on a timeline; notes it.</summary>
    public bool Accepts(int timeline, out int highest)
    {
        while ((highest = Volatile.Read(ref _highest)) < timeline)
        {
            if (Interlocked.CompareExchange(ref _highest, timeline, highest) == highest)
                return true;
        }

        return timeline == highest;
    }
}
