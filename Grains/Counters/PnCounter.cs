namespace ShellCorp.Grains.Counters;

/// <summary>A counter of one writer.</summary>
/// <param name="Added">What was added; only grows.</param>
/// <param name="Taken">What was taken away; only grows.</param>
internal readonly record struct PnCounter(long Added, long Taken)
{
    public long Value => Added - Taken;

    public PnCounter Add(long by) => by >= 0 ? this with { Added = Added + by } : this with { Taken = Taken - by };

    public PnCounter Merge(PnCounter other) => new(Math.Max(Added, other.Added), Math.Max(Taken, other.Taken));
}
