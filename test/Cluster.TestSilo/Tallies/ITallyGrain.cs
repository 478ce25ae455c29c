using Orleans.CodeGeneration;

namespace ShellCorp.Cluster.TestSilo.Tallies;

/// <summary>A grain whose contract, messages and state grow by a field or a method in the next version (the constant <c>NEXT</c>).</summary>
[Alias("test.tally-grain")]
#if NEXT
[Version(2)]
#else
[Version(1)]
#endif
public interface ITallyGrain : IGrainWithIntegerKey
{
    /// <summary>Adds an entry, and stores the sum before it answers.</summary>
    [Alias("add")]
    Task<TallyAnswer> AddAsync(TallyEntry entry);

    /// <summary>Adds nothing.</summary>
    [Alias("read")]
    Task<TallyAnswer> ReadAsync();

#if NEXT
    /// <summary>Adds an entry that has a weight.</summary>
    [Alias("add-weighted")]
    Task<TallyAnswer> AddWeightedAsync(TallyEntry entry);
#endif
}
