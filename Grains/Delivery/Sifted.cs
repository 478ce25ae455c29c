using System.Collections.Immutable;

namespace ShellCorp.Grains.Delivery;

/// <summary>A delivery held against the events applied before.</summary>
/// <param name="Next">The applied events with the new ones.</param>
/// <param name="Fresh">The new ones, in the order of the delivery.</param>
/// <param name="Repeats">
/// How many are repeats, to be counted when the delivery is finished: counted earlier, a delivery that fails and comes again would count twice.
/// </param>
/// <typeparam name="T">The events.</typeparam>
public readonly record struct Sifted<T>(AppliedEvents Next, ImmutableArray<T> Fresh, int Repeats);
