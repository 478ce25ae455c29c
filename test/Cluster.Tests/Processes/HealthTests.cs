using System.Net;
using System.Text.Json;
using ShellCorp.Cluster.Tests.Systems;

namespace ShellCorp.Cluster.Tests.Processes;

/// <summary>What silos and web servers of a cluster tell of their health.</summary>
public sealed class HealthTests
{
    private static readonly (string, string) Admin = ("ShellCorp:Admin:Port", "0");
    private static readonly HttpClient Http = new();

    [ClusterFact]
    public async Task A_silo_is_not_ready_while_ZooKeeper_stands_still_or_while_it_leaves_and_is_alive_all_along()
    {
        await using var cluster = await ProcessCluster.CreateAsync();
        await cluster.AddAsync(1, Admin);
        var silo = cluster.Silos[0];
        var ready = await ReachesAsync(silo, "zookeeper", "Healthy");
        Assert.StartsWith("The table says Active", ready.Reason("zookeeper"), StringComparison.Ordinal);

        cluster.Server.Pause();
        var paused = await ReachesAsync(silo, "zookeeper", "Unhealthy");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Healthy", "Healthy"), (paused.Code, paused.Status("silo"), paused.Status("orleans")));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(silo, "live")).Code);
        cluster.Server.Resume();
        await ReachesAsync(silo, "zookeeper", "Healthy");

        await silo.TellToGoAsync();
        var leaving = await ReachesAsync(silo, "silo", "Unhealthy");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "the silo leaves"), (leaving.Code, leaving.Reason("silo")));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(silo, "live")).Code);
        Assert.Equal(0, await silo.EndsAsync());
    }

    [ClusterFact]
    public async Task A_web_server_is_ready_once_it_has_reached_the_cluster_and_stays_so_without_it()
    {
        await using var cluster = await ProcessCluster.CreateAsync();
        var web = cluster.LaunchWeb(Admin, ("ShellCorp:LiveConnection:QuietProbe", "00:00:01"), ("ShellCorp:LiveConnection:CallTimeout", "00:00:02"));
        // The site is served before the cluster is reached, and the host counts as started after that.
        await Patience.UntilAsync("the web server to answer its operators", () => Task.FromResult(web), host => host.AdminAddress is not null);
        var alone = await ReachesAsync(web, "cluster", "Unhealthy");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "The live hub has never been reached."), (alone.Code, alone.Reason("cluster")));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(web, "live")).Code);

        await cluster.AddAsync(1);
        Assert.Equal(HttpStatusCode.OK, (await ReachesAsync(web, "cluster", "Healthy")).Code);

        await cluster.Silos[0].KillAsync();
        Assert.Equal(HttpStatusCode.OK, (await ReachesAsync(web, "cluster", "Degraded")).Code);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(web, "live")).Code);
    }

    private static Task<Answer> ReachesAsync(HostProcess host, string check, string status) => Patience.UntilAsync(
        $"{check} of {host.Address} to be {status}", () => AskAsync(host, "ready"), answer => answer.Status(check) == status);

    private static async Task<Answer> AskAsync(HostProcess host, string what)
    {
        using var answer = await Http.GetAsync(new Uri(host.AdminAddress!, $"/health/{what}"));
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>An answer of a health end point.</summary>
    private sealed record Answer(HttpStatusCode Code, string Text)
    {
        public string? Status(string check) => Of(check, "status");

        public string? Reason(string check) => Of(check, "reason");

        private string? Of(string check, string property) => JsonDocument.Parse(Text).RootElement.GetProperty("checks").GetProperty(check).GetProperty(property).GetString();
    }
}
