using System.Globalization;
using ShellCorp.Events;
using ShellCorp.Grains.Market;
using ShellCorp.Grains.Matches;
using ShellCorp.Silo.Projection.Tables;

namespace ShellCorp.Oltp.Tests.Projection;

public abstract class TablesContract
{
    private const string Topic = "T";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Ratings_come_to_the_highest_versions_whatever_order_they_come_in_and_however_often(int seed)
    {
        await using var scene = await SceneAsync();
        var random = new Random(seed);
        var all = Enumerable.Range(0, 600).Select(_ => (Player: random.Next(1, 9), Match: random.Next(1, 12), Version: random.Next(1, 100))).Distinct()
            .Select(key => Logged.Rating(key.Player, key.Match, key.Version, 300 + ((key.Player * 7919 + key.Match * 104_729 + key.Version * 31) % 700), day: key.Match * 11, shown: key.Version > 10)).ToList();

        await ApplyAsync(scene, random, [.. all, .. all.Take(200)]);

        Assert.Equal(
            all.GroupBy(rating => (rating.PlayerId, rating.MatchId)).Select(ratings => Text(ratings.MaxBy(rating => rating.Version)!)).Order(StringComparer.Ordinal),
            (await scene.ListAsync<string>(
                "SELECT player_id || ' ' || match_id || ' ' || version || ' ' || coalesce(team_id, 0) || ' ' || rating || ' ' || is_shown || ' ' || minutes || ' ' || events || ' ' || is_final || ' ' || weights || ' ' || at FROM player_rating"))
                .Order(StringComparer.Ordinal));
        Assert.Equal(all.Count, Assert.Single(await scene.ListAsync<long>("SELECT count(*) FROM rating_history")));
        Assert.Equal(
            all.GroupBy(rating => rating.PlayerId).Select(Form).Order(StringComparer.Ordinal),
            (await scene.ListAsync<string>("SELECT player_id || ' ' || rating || ' ' || form || ' ' || season || ' ' || season_rating || ' ' || season_matches FROM player_form")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Results_are_what_the_matches_grain_makes_of_the_same_facts_in_whatever_order_they_come(int seed)
    {
        await using var scene = await SceneAsync();
        var random = new Random(seed);
        var facts = Enumerable.Range(1, 12).SelectMany(match => Facts(random, match)).ToList();

        await ApplyAsync(scene, random, [.. facts, .. facts.Take(facts.Count / 2)]);

        Assert.Equal(facts.GroupBy(fact => fact.MatchId).Select(Result).Order(StringComparer.Ordinal), (await scene.ListAsync<string>(
            """
            SELECT match_id || ' ' || coalesce(competition, '') || ' ' || coalesce(home, '?') || ' ' || home_score || ':' || away_score || ' ' || coalesce(away, '?')
                || ' ' || coalesce(cast(home_shoot_out AS text), '-') || ':' || coalesce(cast(away_shoot_out AS text), '-') || ' ' || is_final
            FROM match_result
            """)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_batch_that_does_not_begin_where_a_position_is_writes_nothing()
    {
        await using var scene = await SceneAsync();
        await AddPositionsAsync(scene);
        var first = new ProjectionBatch();
        first.Add(Topic, 0, 0, 4, Logged.Rating(1, 1, 5, 700));
        await scene.Tables.ApplyAsync(first, default);
        var before = await scene.EverythingAsync();

        var zombie = new ProjectionBatch();
        zombie.Add(Topic, 1, 0, 0, Logged.Rating(1, 2, 9, 900));
        zombie.Add(Topic, 0, 0, 5, Logged.Fact(1, "goal", MatchFact.Goal, 1));
        await Assert.ThrowsAsync<PositionMovedException>(() => scene.Tables.ApplyAsync(zombie, default));
        await Assert.ThrowsAsync<PositionMovedException>(() => scene.Tables.ApplyAsync(first, default));

        Assert.Equal(before, await scene.EverythingAsync());
        Assert.Equal([$"{Topic} [0] 5", $"{Topic} [1] 0"], (await scene.PositionsAsync()).Take(2));
    }

    private protected abstract Task<ProjectionScene> SceneAsync();

    /// <summary>In any order, in batches of any size, over four partitions that are written at the same time.</summary>
    private static async Task ApplyAsync(ProjectionScene scene, Random random, object[] items)
    {
        await AddPositionsAsync(scene);
        random.Shuffle(items);
        var parts = items.Index().GroupBy(item => item.Index % 4, item => item.Item).ToList();
        var seeds = parts.ConvertAll(_ => random.Next());
        await Task.WhenAll(parts.Select((part, index) => Task.Run(async () =>
        {
            var own = new Random(seeds[index]);
            var since = 0L;
            for (var left = part.ToList(); left.Count > 0;)
            {
                var some = left.Take(own.Next(1, 60)).ToList();
                left.RemoveRange(0, some.Count);
                var batch = new ProjectionBatch();
                foreach (var (offset, item) in some.Index())
                    batch.Add(Topic, index, since, since + offset, item);
                since += some.Count;
                await scene.Tables.ApplyAsync(batch, default);
            }
        })));
    }

    private static async Task AddPositionsAsync(ProjectionScene scene)
    {
        for (var partition = 0; partition < 4; partition++)
            await scene.Tables.AddPositionAsync(new() { Topic = Topic, Partition = partition, Next = 0, TopicId = "" }, default);
    }

    private static string Text(LiveRatingUpdate rating) => string.Create(CultureInfo.InvariantCulture,
        $"{rating.PlayerId} {rating.MatchId} {rating.Version} {rating.TeamId?.Value ?? 0} {rating.RatingHundredths} {(rating.Shown ? 1 : 0)} {rating.MinutesPlayed} {rating.Events} {(rating.Final ? 1 : 0)} {rating.Weights} {MarketTime.Of(rating.OccurredAt)}");

    private static string Form(IGrouping<PlayerId, LiveRatingUpdate> ratings)
    {
        var latest = ratings.GroupBy(rating => rating.MatchId).Select(match => match.MaxBy(rating => rating.Version)!).Where(rating => rating.Shown)
            .OrderByDescending(rating => rating.OccurredAt).ThenByDescending(rating => rating.MatchId.Value).ToList();
        var season = SeasonOf(latest[0]);
        return $"{ratings.Key} {latest[0].RatingHundredths} {Mean(latest.Take(5))} {season} {Mean(latest.Where(rating => SeasonOf(rating) == season))} {latest.Count(rating => SeasonOf(rating) == season)}";
    }

    private static int SeasonOf(LiveRatingUpdate rating) => rating.OccurredAt >= new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero) ? 2026 : 2025;

    private static decimal Mean(IEnumerable<LiveRatingUpdate> ratings) => Math.Round((decimal)ratings.Average(rating => rating.RatingHundredths), MidpointRounding.AwayFromZero);

    /// <summary>Some matches have no line-up, some two; some facts are of teams and players who aren't there.</summary>
    private static IEnumerable<MatchUpdate> Facts(Random random, long match)
    {
        MatchFact[] kinds = [MatchFact.Goal, MatchFact.Goal, MatchFact.OwnGoal, MatchFact.ShootOutScored, MatchFact.YellowCard, MatchFact.Interruption, MatchFact.FullTime];
        for (var lineUp = 0; lineUp < match % 3; lineUp++)
            yield return Logged.LineUp(match, $"line-up {(char)('a' + random.Next(20))}{lineUp}", random.Next(2), home: random.Next(1, 3), away: 3);
        for (var number = 0; number < 14; number++)
        {
            var kind = kinds[random.Next(match % 4 == 0 ? kinds.Length : 3)];
            var needsTeam = kind is not (MatchFact.Interruption or MatchFact.FullTime);
            yield return Logged.Fact(match, $"fact {number}", kind, needsTeam ? random.Next(1, 5) : null, needsTeam && random.Next(3) > 0 ? random.Next(1, 5) * 10 + random.Next(1, 5) : null,
                kind == MatchFact.ShootOutScored ? MatchPeriod.ShootOut : MatchPeriod.SecondHalf);
        }
    }

    /// <summary>The grain's own rules, where the line-ups come first.</summary>
    private static string Result(IGrouping<MatchId, MatchUpdate> facts)
    {
        var sheet = MatchFold.Sheet(MatchState.Empty with { Facts = [.. facts] });
        var fitting = facts.Where(fact => sheet is null || SheetRules.Check(fact, sheet).IsEmpty);
        var summary = MatchFold.Summarize(facts.Key, MatchState.Empty with { Facts = [.. fitting] }, default);
        return $"{facts.Key} {summary.Competition} {summary.Home} {summary.HomeScore}:{summary.AwayScore} {summary.Away} {Kicks(summary.HomeShootOut)}:{Kicks(summary.AwayShootOut)} {(summary.Phase == ShellCorp.Matches.MatchPhase.Finished ? 1 : 0)}";
    }

    private static string Kicks(int? kicks) => kicks?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
