using ShellCorp.Events;
using ShellCorp.Grains.Delivery;

namespace ShellCorp.Grains.Players;

/// <summary>What a batch brings to one match's ledger.</summary>
/// <param name="Slot">The ledger.</param>
/// <param name="Sifted">The updates.</param>
internal readonly record struct LedgerDelivery(LedgerSlot Slot, Sifted<PlayerUpdate> Sifted);
