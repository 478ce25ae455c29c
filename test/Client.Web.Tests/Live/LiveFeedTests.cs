using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ShellCorp.Live;
using ShellCorp.Web.Live;

namespace ShellCorp.Web.Tests.Live;

public sealed class LiveFeedTests : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly FakeTimeProvider _time = new();
    private readonly LiveStore _store;
    private readonly LiveFeed _feed;
    private readonly SemaphoreSlim _rendered = new(0);
    private TaskCompletionSource? _browser;
    private int _renders;

    public LiveFeedTests()
    {
        _store = new(_time, NullLogger<LiveStore>.Instance);
        _feed = new(_store, _time, Interval, changes => !changes.Ratings.IsEmpty, RenderAsync);
    }

    [Fact]
    public async Task A_thousand_updates_in_one_interval_are_rendered_once()
    {
        for (var version = 1; version <= 1000; version++)
            _store.Apply(new() { Ratings = [Told.Rating(7, version)] });
        Assert.Equal(0, _renders);

        await RenderedAfterAsync(Interval);

        Assert.Equal(1, _renders);
        Assert.Equal(1000, _store.State.RatingsOf(new(1))[new(7)].Update.Version);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, _renders);
    }

    [Fact]
    public async Task What_comes_after_a_rendering_is_rendered_an_interval_later()
    {
        _store.Apply(new() { Ratings = [Told.Rating(7, 1)] });
        await RenderedAfterAsync(Interval);
        _store.Apply(new() { Ratings = [Told.Rating(7, 2)] });
        await RenderedAfterAsync(Interval);

        Assert.Equal(2, _renders);
    }

    [Fact]
    public async Task A_slow_browser_gets_fewer_pictures_and_the_last_one()
    {
        _browser = new();
        _store.Apply(new() { Ratings = [Told.Rating(7, 1)] });
        await RenderedAfterAsync(Interval);
        for (var version = 2; version <= 500; version++)
        {
            _store.Apply(new() { Ratings = [Told.Rating(7, version)] });
            _time.Advance(Interval);
        }

        Assert.Equal(1, _renders);
        var slow = _browser;
        _browser = null;
        slow.SetResult();
        await RenderedAfterAsync(Interval);

        Assert.Equal(2, _renders);
    }

    [Fact]
    public async Task A_hidden_page_is_rendered_once_when_it_is_seen_again()
    {
        _feed.Paused = true;
        for (var version = 1; version <= 100; version++)
        {
            _store.Apply(new() { Ratings = [Told.Rating(7, version)] });
            _time.Advance(Interval);
        }

        Assert.Equal(0, _renders);
        _feed.Paused = false;
        await RenderedAfterAsync(Interval);

        Assert.Equal(1, _renders);
    }

    [Fact]
    public void What_does_not_concern_the_page_or_is_known_is_not_rendered()
    {
        _store.Apply(new() { Teams = [Told.Team(1, 1, 600)] });
        _feed.Paused = true;
        _store.Apply(new() { Ratings = [Told.Rating(7, 5)] });
        _time.Advance(Interval);
        Assert.Equal(0, _renders);
    }

    [Fact]
    public async Task A_page_that_was_left_hears_nothing_more()
    {
        await _feed.DisposeAsync();
        _store.Apply(new() { Ratings = [Told.Rating(7, 1)] });
        _time.Advance(Interval);

        Assert.Equal(0, _renders);
        Assert.Equal(0, _store.Listeners);
    }

    [Fact]
    public void A_listener_that_fails_is_dropped_and_the_others_go_on()
    {
        using var broken = _store.Listen(new BrokenListener());
        _store.Apply(new() { Ratings = [Told.Rating(7, 1)] });

        Assert.Equal(1, _store.Listeners);
    }

    public async ValueTask DisposeAsync()
    {
        _browser?.TrySetResult();
        await _feed.DisposeAsync();
        _rendered.Dispose();
    }

    private async Task RenderAsync()
    {
        Interlocked.Increment(ref _renders);
        _rendered.Release();
        if (_browser is { } browser)
            await browser.Task;
    }

    // The feed arms its timer again when a rendering has ended, which may be a moment after the rendering told of itself.
    private async Task RenderedAfterAsync(TimeSpan interval)
    {
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            _time.Advance(interval);
            if (await _rendered.WaitAsync(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken))
                return;
        }

        Assert.Fail($"Expected a rendering after {interval}, saw {_renders} renderings in all.");
    }

    private sealed class BrokenListener : ILiveListener
    {
        public void OnLive(LiveChanges accepted) => throw new InvalidOperationException("broken on purpose");

        public void OnConnection(LiveConnection connection) => throw new InvalidOperationException("broken on purpose");
    }
}
