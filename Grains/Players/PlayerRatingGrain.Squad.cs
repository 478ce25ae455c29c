using ShellCorp.Grains.Delivery;
using ShellCorp.Grains.Matches;
using ShellCorp.Matches;

namespace ShellCorp.Grains.Players;

/// <content>Whether the player belongs to the match.</content>
internal sealed partial class PlayerRatingGrain
{
    /// <summary>
    /// Refuses what the player is said to have done in a match whose line-up doesn't name the player. What the match itself derived is exempt: it
    /// knows its squads. The match answers this call also while it is busy, and reading a rating never comes here, so that no two calls can
    /// wait for each other.
    /// </summary>
    private async Task RefuseStrangerAsync(LedgerDelivery delivery)
    {
        if (delivery.Slot.IsInSquad || delivery.Sifted.Fresh.FirstOrDefault(update => !update.IsDerived) is not { } reported)
            return;

        var sheet = await GrainFactory.GetGrain<IMatchGrain>(delivery.Slot.Match.Value).GetSheetAsync(CancellationToken.None);
        if (sheet is null)
            return;

        Refusal.ThrowIfAny(reported.Id, SheetRules.Check(reported, sheet));
        delivery.Slot.IsInSquad = true;
    }
}
