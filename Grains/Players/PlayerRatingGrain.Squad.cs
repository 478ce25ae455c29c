using System.Collections.Immutable;
using ShellCorp.Events;
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
        ImmutableArray<PlayerUpdate> reported = [.. delivery.Sifted.Fresh.Where(update => !update.IsDerived)];
        if (reported.IsEmpty)
            return;

        if (delivery.Slot.SquadOf is { } known && reported.All(update => SheetRules.Check(update, known).IsEmpty))
            return;

        // Asked afresh before anything is refused: a line-up may have been corrected.
        delivery.Slot.SquadOf = await FindTeamAsync(reported[0]);
        if (delivery.Slot.SquadOf is not { } team)
            return;

        foreach (var update in reported)
            Refusal.ThrowIfAny(update.Id, SheetRules.Check(update, team));
    }

    private async Task<TeamId?> FindTeamAsync(PlayerUpdate reported)
    {
        var sheet = await GrainFactory.GetGrain<IMatchGrain>(reported.MatchId.Value).GetSheetAsync(CancellationToken.None);
        if (sheet is null)
            return null;

        Refusal.ThrowIfAny(reported.Id, SheetRules.Check(reported, sheet));
        return sheet.Find(Player)!.Value.Team.TeamId;
    }
}
