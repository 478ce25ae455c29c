using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Ingest;
using ShellCorp.Players;

namespace ShellCorp.Silo.Tests.Operations;

/// <summary>Some passes of one player, sent in at the door.</summary>
internal static class Passes
{
    private static readonly MatchId Match = new(5);
    private static readonly PlayerId Player = new(77);

    public static async Task SendAsync(IGrainFactory grains, int count)
    {
        ImmutableArray<PlayerUpdate> passes =
        [
            .. Enumerable.Range(0, count).Select(number => new PlayerUpdate
            {
                Id = $"pass-{number}", MatchId = Match, PlayerId = Player, Kind = PlayerAction.Pass, Outcome = ActionOutcome.Success,
                Time = new(MatchPeriod.FirstHalf, 12, number),
            }),
        ];
        await Eventually.HoldsAsync("all passes to be accepted", () => grains.GetGrain<IIngestGrain>(0).IngestAsync(passes, CancellationToken.None), reply => IsAccepted(reply, count));
    }

    /// <summary>Waits until they have taken effect.</summary>
    public static Task AppliedAsync(IGrainFactory grains, int count) => Eventually.HoldsAsync(
        $"{count} events in the player's rating",
        async () => (await grains.GetGrain<IPlayerRatingGrain>(Player.Value).GetRatingAsync(Match, CancellationToken.None))?.Live.Events ?? 0,
        events => events == count);

    private static bool IsAccepted(IngestReply reply, int count) => reply.Answers.Count(answer => answer.Status == IngestStatus.Accepted) == count;
}
