using System.Text;
using System.Text.Json.Nodes;
using ShellCorp.Events;
using ShellCorp.Grains.Players.Ratings;

namespace ShellCorp.Grains.Tests.Ratings;

public sealed class RatingWeightsTests
{
    [Fact]
    public void The_current_weights_hold_the_table()
    {
        var weights = RatingWeights.Current;

        Assert.Equal("2026-1", weights.Version);
        Assert.Equal(
            [12000, 12000, 18000, 24000],
            new[] { PlayerRole.Goalkeeper, PlayerRole.Defender, PlayerRole.Midfielder, PlayerRole.Forward }.Select(weights[RatingStatistic.Goal].Of));
        Assert.Equal(0, weights[RatingStatistic.CleanSheet].Of(PlayerRole.Midfielder));
        Assert.Equal((0, 3000, 6000), (weights.Minutes.At(0), weights.Minutes.At(45), weights.Minutes.At(90)));
    }

    [Fact]
    public void A_file_that_is_not_json_is_refused() => AssertRefused(Encoding.UTF8.GetBytes("{"), "test.json: ");

    [Fact]
    public void A_missing_field_is_named() => AssertRefused(file => file.Remove("version"), "'version'");

    [Fact]
    public void An_unknown_field_is_named() => AssertRefused(file => file["colour"] = 1, "'colour'");

    [Fact]
    public void An_unknown_category_is_refused() =>
        AssertRefused(file => file["statistics"]!["goal"]!["category"] = "luck", "$.statistics.goal.category");

    [Fact]
    public void A_missing_statistic_is_named() =>
        AssertRefused(file => file["statistics"]!.AsObject().Remove("goal"), "statistics.goal: is missing");

    [Fact]
    public void An_unknown_statistic_is_named() =>
        AssertRefused(
            file => file["statistics"]!["hatTrick"] = file["statistics"]!["goal"]!.DeepClone(), "statistics.hatTrick: there is no such statistic");

    [Fact]
    public void Points_beyond_reason_are_refused() =>
        AssertRefused(file => file["statistics"]!["goal"]!["forward"] = 240_000_000, "statistics.goal: must be within ±100000, is 240000000");

    [Fact]
    public void Steps_must_ascend() =>
        AssertRefused(file => file["minutes"]![1]!["at"] = 0, "minutes[1].at: must be above the step before, is 0 after 0");

    [Fact]
    public void Scales_must_be_within_reason() => AssertRefused(file => file["upwardScale"] = 0, "upwardScale: must be 1000 to 1000000, is 0");

    [Fact]
    public void All_faults_are_told_at_once() =>
        AssertRefused(
            file =>
            {
                file["version"] = " ";
                file["shownAfterMinutes"] = -1;
            },
            "version: must not be empty; shownAfterMinutes: must be 0 to 90, is -1");

    private static void AssertRefused(Action<JsonObject> spoil, string reason)
    {
        using var stream = typeof(RatingWeights).Assembly.GetManifestResourceStream("rating-weights/2026-1.json");
        var file = JsonNode.Parse(stream!)!.AsObject();
        spoil(file);
        AssertRefused(Encoding.UTF8.GetBytes(file.ToJsonString()), reason);
    }

    private static void AssertRefused(byte[] json, string reason) =>
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => RatingWeights.Parse("test.json", json)).Message, StringComparison.Ordinal);
}
