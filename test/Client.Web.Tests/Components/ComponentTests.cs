using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.JSInterop;
using ShellCorp.Web.Browser;
using ShellCorp.Web.Components.Match;
using ShellCorp.Web.Components.Shared;
using ShellCorp.Web.Live;
using ShellCorp.Web.Matches;
using ShellCorp.Web.Tests.Live;
using ShellCorp.Web.Tests.Scripted;

namespace ShellCorp.Web.Tests.Components;

public sealed class ComponentTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ServiceProvider _services;
    private readonly BareRenderer _renderer;

    public ComponentTests()
    {
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_time)
            .AddSingleton<IJSRuntime, SilentBrowser>()
            .AddSingleton<LiveStore>()
            .AddScoped<BrowserContext>()
            .BuildServiceProvider();
        _renderer = new(_services);
    }

    private LiveStore Store => _services.GetRequiredService<LiveStore>();

    [Fact]
    public async Task A_thousand_updates_in_one_interval_make_one_picture()
    {
        var page = await _renderer.ShowAsync<CountingPage>([]);
        await TickUntilAsync(() => _renderer.Batches > 1, "the picture after the registration");
        _renderer.Reset();
        for (var version = 1; version <= 1000; version++)
            Store.Apply(new() { Ratings = [Told.Rating(7, version)] });
        Assert.Equal(0, _renderer.Batches);

        await TickUntilAsync(() => _renderer.Batches > 0, "a picture");

        Assert.Equal(1, _renderer.Batches);
        Assert.Equal(["1000"], _renderer.Shown(page));
        Assert.Empty(_renderer.Errors);
    }

    [Fact]
    public async Task A_chip_flashes_when_its_number_moves_and_not_when_it_is_first_shown()
    {
        RatingFace Face(int hundredths) => RatingFace.Of(new(Told.Rating(1, 1, hundredths), 0, 1));
        var chip = await _renderer.ShowAsync<RatingChip>(new() { ["Face"] = Face(650), ["TestId"] = "rating-1" });
        Assert.DoesNotContain(_renderer.Shown(chip), s => s.Contains("flash", StringComparison.Ordinal));

        await _renderer.ShowAsync(chip, new() { ["Face"] = Face(651), ["TestId"] = "rating-1" });
        Assert.DoesNotContain(_renderer.Shown(chip), s => s.Contains("flash", StringComparison.Ordinal));

        await _renderer.ShowAsync(chip, new() { ["Face"] = Face(660), ["TestId"] = "rating-1" });
        Assert.Contains(_renderer.Shown(chip), s => s.Contains("flash-up", StringComparison.Ordinal));

        await _renderer.ShowAsync(chip, new() { ["Face"] = Face(590), ["TestId"] = "rating-1" });
        Assert.Contains(_renderer.Shown(chip), s => s.Contains("flash-down", StringComparison.Ordinal));
        Assert.Contains("5.9", _renderer.Shown(chip));
    }

    [Fact]
    public async Task When_one_rating_moves_only_its_places_on_pitch_and_table_are_rendered()
    {
        var script = DemoLeague.Write(new());
        var view = script.Matches[DemoLeague.Live] with { Ratings = script.RatingsOf(DemoLeague.Live) };
        var before = MatchBoardBuilder.Build(DemoLeague.Live, LiveState.Empty, view)!;
        var live = LiveState.Empty.Apply(new() { Ratings = [Told.Rating(101, 9999, 910, match: DemoLeague.Live.Value)] }).State;
        var after = MatchBoardBuilder.Build(DemoLeague.Live, live, view)!;
        var pitch = await _renderer.ShowAsync<Pitch>(new() { ["Board"] = before });
        _renderer.Reset();

        await _renderer.ShowAsync(pitch, new() { ["Board"] = after });

        // The place, and the chip and the marks in it.
        Assert.InRange(_renderer.Changed, 1, 3);
        Assert.Contains("9.1", _renderer.Shown(pitch));
        _renderer.Reset();
        await _renderer.ShowAsync(pitch, new() { ["Board"] = after });
        Assert.Equal(0, _renderer.Changed);
    }

    [Fact]
    public async Task A_page_that_is_left_listens_no_more()
    {
        await _renderer.ShowAsync<CountingPage>([]);
        Assert.Equal(1, Store.Listeners);

        await _renderer.LeaveAsync();

        Assert.Equal(0, Store.Listeners);
    }

    public async ValueTask DisposeAsync()
    {
        await _renderer.LeaveAsync();
        await _services.DisposeAsync();
    }

    private Task TickUntilAsync(Func<bool> condition, string expected) => Eventually.HoldAsync(
        expected,
        () =>
        {
            if (!condition())
                _time.Advance(TimeSpan.FromMilliseconds(250));
            return Task.FromResult(condition());
        },
        () => $"{_renderer.Batches} pictures");
}
