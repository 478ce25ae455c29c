using ShellCorp.Events;
using ShellCorp.Market;

namespace ShellCorp.Analytics.Landing;

/// <summary>Makes the intake of a topic.</summary>
internal static class Intakes
{
    public static IIntake Of(string topic) => topic switch
    {
        Topics.PlayerUpdates => new Intake<PlayerUpdate, LandedRow<PlayerUpdate>>(LandedSchemas.PlayerUpdates, row => [row]),
        Topics.MatchUpdates => new Intake<MatchUpdate, SquadRow>(LandedSchemas.MatchUpdates, SquadRow.Of),
        Topics.LiveRatingUpdates =>
            new Intake<LiveRatingUpdate, LandedRow<LiveRatingUpdate>>(LandedSchemas.LiveRatingUpdates, row => [row]),
        Topics.MarketEvents => new Intake<MarketEvent, LandedRow<MarketEvent>>(LandedSchemas.MarketEvents, row => [row]),
        _ => throw new ArgumentOutOfRangeException(nameof(topic), topic, "It is no topic of events."),
    };
}
