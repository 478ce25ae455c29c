namespace Riak.Tests.Crdts;

/// <summary>One step of a history of three replicas.</summary>
/// <param name="Replica">Which one acts.</param>
/// <param name="Kind">What it does: see <see cref="History"/>.</param>
/// <param name="Field">Which field or member.</param>
/// <param name="Amount">How much, or at what time.</param>
/// <param name="Other">Which replica it hears of.</param>
internal sealed record Step(int Replica, int Kind, int Field, int Amount, int Other);
