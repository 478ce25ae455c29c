using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>Kicks from the penalty spot until one side can't be caught any more.</summary>
internal static class ShootOut
{
    private const int Pairs = 5;
    private const double ScoredPerMille = 730;
    private const double SavedPerMille = 170;

    // The clock of a match ends, so must this: it would take thousands of cups to come here.
    private const int LastOpenPair = 15;

    public static void Play(Side first, Side second, MatchClock clock, MatchScribe scribe, SeededRandom random)
    {
        var order = new[] { first, second }.ToDictionary(side => side, side => random.Shuffle(side.OnPitch));
        for (var pair = 0; ; pair++)
        {
            if (Kick(first, second, pair) || Kick(second, first, pair))
                return;
        }

        bool Kick(Side side, Side other, int pair)
        {
            clock.Advance(random.Between(25, 40));
            var kicker = order[side][pair % order[side].Length];
            var drawn = random.Unit() * 1000;
            var scored = pair > LastOpenPair ? side == first : drawn < ScoredPerMille;
            Write(side, other, kicker, scored, drawn < ScoredPerMille + SavedPerMille, clock, scribe, random);
            side.Kicks += scored ? 1 : 0;
            return IsDecided(first.Kicks, second.Kicks, pair + 1, side == first ? pair : pair + 1);
        }
    }

    internal static bool IsDecided(int first, int second, int firstTaken, int secondTaken)
    {
        var firstLeft = Math.Max(0, Pairs - firstTaken);
        var secondLeft = Math.Max(0, Pairs - secondTaken);
        if (firstTaken > Pairs || secondTaken >= Pairs)
            return firstTaken == secondTaken && first != second;

        return first > second + secondLeft || second > first + firstLeft;
    }

    private static void Write(
        Side side, Side other, PitchPlayer kicker, bool scored, bool onTarget, MatchClock clock, MatchScribe scribe, SeededRandom random)
    {
        var shot = scribe.Action(side.Id, kicker.Id, PlayerAction.Shot, scored || onTarget ? ActionOutcome.Success : ActionOutcome.Failure) with
        {
            Start = Pitch.PenaltySpot,
            Qualifiers = ActionQualifiers.Penalty | (scored ? ActionQualifiers.Goal : ActionQualifiers.None),
        };
        scribe.Row(shot, scribe.Fact(scored ? MatchFact.ShootOutScored : MatchFact.ShootOutMissed, side.Id, kicker.Id));
        if (!scored && !onTarget)
            return;

        clock.Advance(random.Between(0.5, 1.2));
        scribe.Row(scribe.Action(other.Id, other.Keeper.Id, PlayerAction.Save, scored ? ActionOutcome.Failure : ActionOutcome.Success) with
        {
            Start = Pitch.OwnGoal,
            Qualifiers = ActionQualifiers.Penalty,
        });
    }
}
