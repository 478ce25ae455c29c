using ShellCorp.Analytics.Tests.Landing;
using ShellCorp.Events;
using ShellCorp.Market;
using static ShellCorp.Analytics.Tests.Warehouse.Samples;

namespace ShellCorp.Analytics.Tests.Reports;

/// <summary>Three matches of one player a week apart, rated 6.5, 7.0 and 7.5, and two pitches.</summary>
public sealed class ReportFixture : IAsyncLifetime
{
    private readonly TestLog _log = new(partitions: 1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shellcorp-reports-");
    private TestWorker? _worker;

    internal TestWorker Worker => _worker!;

    public HttpClient Http { get; } = new();

    public async ValueTask InitializeAsync()
    {
        for (var week = 0; week < 3; week++)
            await PlayAsync(week);
        await _log.AppendAsync(PitchSent(1));
        await _log.AppendAsync(PitchSent(2) with { Kind = MarketEventKind.PitchViewed, At = KickOff.AddHours(1) });
        await _log.AppendAsync(PitchSent(3) with { Kind = MarketEventKind.PitchInterested, At = KickOff.AddHours(3) });
        await _log.AppendAsync(PitchSent(4) with { PitchId = new(new("0198a1b2c3d47e5f8a6b7c8d9e0f1a2c")) });
        _worker = await TestWorker.StartAsync(_log, _folder.FullName);
        await _worker.ReachAsync("fact_rating", 3);
        await _worker.ReachAsync("fact_market", 4);
        await _worker.ReachAsync("fact_event", 9);
        Http.BaseAddress = _worker.Address;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Worker.DisposeAsync();
        _log.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task PlayAsync(int week)
    {
        var (match, later) = (new MatchId(Match + week), TimeSpan.FromDays(7 * week));
        var sheet = LineUp($"line-up-{week}");
        await _log.AppendAsync([sheet with { MatchId = match, Sheet = sheet.Sheet! with { KickOff = KickOff + later } }]);
        await _log.AppendAsync([Pass($"pass-{week}") with { MatchId = match, OccurredAt = KickOff + later }]);
        await _log.AppendAsync([Rating(1, 650 + (50 * week)) with { MatchId = match, OccurredAt = KickOff + later }]);
        await _log.AppendAsync([new MatchUpdate
        {
            Id = $"goal-{week}", MatchId = match, Kind = MatchFact.Goal, TeamId = new(Home), PlayerId = new(Player),
            Time = new(MatchPeriod.SecondHalf, 63, 10), OccurredAt = KickOff + later,
        }]);
    }
}
