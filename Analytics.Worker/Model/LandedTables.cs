using System.Collections.Immutable;

namespace ShellCorp.Analytics.Model;

/// <summary>The kinds of landed files. Their columns are those that <see cref="Landing.LandedSchemas"/> writes.</summary>
public static class LandedTables
{
    /// <summary>Windows that a range changed; beside the file of the range.</summary>
    public const string Windows = "windows";

    /// <summary>The topics that are landed.</summary>
    public static ImmutableArray<string> Topics { get; } =
        [Events.Topics.PlayerUpdates, Events.Topics.MatchUpdates, Events.Topics.LiveRatingUpdates, Events.Topics.MarketEvents];
}
