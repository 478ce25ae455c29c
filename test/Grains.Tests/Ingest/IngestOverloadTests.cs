using ShellCorp.Events;
using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Ingest;

namespace ShellCorp.Grains.Tests.Ingest;

public sealed class IngestOverloadTests : IAsyncLifetime
{
    private readonly Sample _sample = new(1);
    private GrainsCluster? _cluster;

    private GrainsCluster Cluster => _cluster!;

    private IIngestGrain Door => Cluster.Grains.GetGrain<IIngestGrain>(0);

    [Fact]
    public async Task A_full_log_defers_the_valid_ones_and_says_until_when()
    {
        Cluster.Capacity.HoldBack = TimeSpan.FromSeconds(3);

        var deferred = await Door.IngestAsync([Pass(1), Pass(2) with { Id = "" }], CancellationToken.None);
        Assert.Equal([IngestStatus.Deferred, IngestStatus.Rejected], deferred.Answers.Select(answer => answer.Status));
        Assert.Equal(TimeSpan.FromSeconds(3), deferred.RetryAfter);
        Assert.Empty(Cluster.Log.Players);

        Cluster.Capacity.HoldBack = null;
        var accepted = await Door.IngestAsync([Pass(1)], CancellationToken.None);
        Assert.Equal(IngestStatus.Accepted, Assert.Single(accepted.Answers).Status);
        Assert.Null(accepted.RetryAfter);
    }

    [Fact]
    public async Task What_waits_for_the_log_is_bounded_and_the_rest_deferred()
    {
        var acknowledge = new TaskCompletionSource();
        Cluster.Log.Written = _ => acknowledge.Task;
        var waiting = Door.IngestAsync([.. Enumerable.Range(0, GrainsCluster.EventsInFlight).Select(Pass)], CancellationToken.None);
        await Eventually.HoldAsync("the first call to reach the log", () => !Cluster.Log.Players.IsEmpty);

        var deferred = await Door.IngestAsync([Pass(1000)], CancellationToken.None);
        Assert.Equal(IngestStatus.Deferred, Assert.Single(deferred.Answers).Status);
        Assert.NotNull(deferred.RetryAfter);

        acknowledge.SetResult();
        Assert.All((await waiting).Answers, answer => Assert.Equal(IngestStatus.Accepted, answer.Status));
        Assert.Equal(IngestStatus.Accepted, Assert.Single((await Door.IngestAsync([Pass(1000)], CancellationToken.None)).Answers).Status);
    }

    public async ValueTask InitializeAsync() => _cluster = await GrainsCluster.StartAsync();

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();

    private PlayerUpdate Pass(int number) => _sample.Pass(_sample.HomePlayer(7), number);
}
