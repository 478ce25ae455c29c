namespace Orleans.Persistence.Riak;

/// <summary>
/// Declares how two values of a state become one. Riak keeps both where two writers succeed at once, so a state can only be stored there that has such a merge. It
/// must not depend on order, nor on how often it is applied: the union of two sets does neither.
/// </summary>
/// <typeparam name="T">The state.</typeparam>
public interface IRiakStateMerge<T>
{
    /// <summary>What holds all that either says.</summary>
    /// <param name="one">A stored value.</param>
    /// <param name="other">Another one of the same grain and state.</param>
    T Merge(T one, T other);
}
