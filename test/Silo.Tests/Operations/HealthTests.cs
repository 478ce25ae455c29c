using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Postgres.TestServer;
using ShellCorp.Operations.Admin;
using ShellCorp.Silo.Kafka;
using ShellCorp.Silo.Operations.Checks;
using ShellCorp.Silo.Tests.Storage;

namespace ShellCorp.Silo.Tests.Operations;

public sealed class HealthTests
{
    private static readonly string[] Always = ["orleans", "membership", "kafka", "kafka-streams-events", "kafka-streams-ratings-by-match", "kafka-streams-ratings-by-team", "projection"];

    [Fact]
    public async Task A_silo_that_serves_is_alive_and_ready_and_names_each_dependency()
    {
        await using var silo = await OperatedSilo.StartAsync();

        var live = await silo.GetJsonAsync("/health/live");
        var ready = await ReadyAsync(silo);

        Assert.Equal(HttpStatusCode.OK, live.Status);
        Assert.Equal("The silo is Active.", live.Body.GetProperty("checks").GetProperty("alive").GetProperty("reason").GetString());
        Assert.Equal(Always.Order(), Names(ready.Body).Order());
        Assert.All(ready.Body.GetProperty("checks").EnumerateObject(), check => Assert.NotEmpty(check.Value.GetProperty("reason").GetString()!));
    }

    [Fact]
    public async Task Brokers_that_are_away_make_the_silo_not_ready_by_name_and_it_is_ready_again_once_they_are_back()
    {
        await using var silo = await OperatedSilo.StartAsync();
        await ReadyAsync(silo);

        silo.Brokers.SetBrokerDown(1);
        var (status, body) = await Eventually.HoldsAsync("503 for kafka", () => silo.GetJsonAsync("/health/ready"), answer => StatusOf(answer.Body, "kafka") == "Unhealthy");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("Unhealthy", body.GetProperty("status").GetString());
        Assert.Contains("The brokers", body.GetProperty("checks").GetProperty("kafka").GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal("Healthy", StatusOf(body, "orleans"));
        Assert.Equal(HttpStatusCode.OK, (await silo.GetJsonAsync("/health/live")).Status);

        silo.Brokers.SetBrokerUp(1);
        await ReadyAsync(silo);
    }

    [PostgresFact]
    public async Task A_database_that_is_away_makes_the_silo_not_ready_by_name()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var silo = await OperatedSilo.StartAsync(new() { ["ShellCorp:Postgres:ConnectionString"] = server.ConnectionString });
        var ready = await ReadyAsync(silo);
        Assert.Equal("The database answers.", ready.Body.GetProperty("checks").GetProperty("postgresql").GetProperty("reason").GetString());

        await server.KillAsync();
        var (status, body) = await silo.GetJsonAsync("/health/ready");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (status, StatusOf(body, "postgresql")));
        await server.StartAgainAsync();
        await ReadyAsync(silo);
    }

    [Fact]
    public async Task Liveness_answers_from_before_the_silo_starts_until_after_it_has_stopped()
    {
        await using var brokers = EmbeddedBrokers.Start();
        var watch = new LivenessWatch();
        using var host = OperatedSilo.Build(brokers, [], builder => builder.Services.AddSingleton(watch).AddHostedService<LivenessWatch.Probe>());
        await host.StartAsync();
        await host.StopAsync();

        Assert.Equal(["starting: OK, The silo is Created.", "stopping: OK, The silo is Active.", "stopped: OK, The silo is Dead."], watch.Seen);
    }

    [Theory]
    [InlineData(SiloStatus.Joining, HealthStatus.Healthy)]
    [InlineData(SiloStatus.ShuttingDown, HealthStatus.Healthy)]
    [InlineData(SiloStatus.Dead, HealthStatus.Unhealthy)]
    public async Task Only_a_silo_that_the_cluster_has_declared_dead_must_be_started_anew(SiloStatus status, HealthStatus expected)
    {
        var process = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        var check = new SiloAliveCheck(new FixedSilos(status), process);

        Assert.Equal(expected, (await check.CheckHealthAsync(new())).Status);
    }

    [Fact]
    public async Task Without_a_port_nothing_is_served()
    {
        await using var brokers = EmbeddedBrokers.Start();
        using var host = OperatedSilo.Build(brokers, new() { ["ShellCorp:Admin:Port"] = "" });

        Assert.Null(host.Services.GetService<AdminServer>());
    }

    [Theory]
    [InlineData("ShellCorp:Admin:Port", "65536", "a port is from 0")]
    [InlineData("ShellCorp:Admin:Address", "localhost", "must be an IP address")]
    [InlineData("ShellCorp:Scaling:Minimum", "0", "one silo at least")]
    [InlineData("ShellCorp:Scaling:Maximum", "1", "ShellCorp:Scaling:Minimum is 2")]
    [InlineData("ShellCorp:Scaling:TimeZone", "Europe/Atlantis", "knows no zone")]
    [InlineData("ShellCorp:Scaling:Windows:0:From", "02-30", "a month and a day")]
    public async Task A_setting_that_can_not_work_is_refused_at_start_by_key_value_and_reason(string key, string value, string reason)
    {
        await using var brokers = EmbeddedBrokers.Start();
        using var host = OperatedSilo.Build(brokers, new() { [key] = value });

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains($"{key} = '{value}' is refused", refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused_by_key_and_value()
    {
        await using var silo = await OperatedSilo.StartAsync();
        var taken = silo.Admin.BaseAddress!.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var other = OperatedSilo.Build(silo.Brokers, new() { ["ShellCorp:Admin:Port"] = taken });

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => other.StartAsync());

        Assert.Contains($"ShellCorp:Admin:Port = '{taken}' is refused", refused.Message, StringComparison.Ordinal);
    }

    private static Task<(HttpStatusCode Status, JsonElement Body)> ReadyAsync(OperatedSilo silo) =>
        Eventually.HoldsAsync("the silo to be ready", () => silo.GetJsonAsync("/health/ready"), answer => answer.Status == HttpStatusCode.OK);

    private static IEnumerable<string> Names(JsonElement body) => body.GetProperty("checks").EnumerateObject().Select(check => check.Name);

    private static string? StatusOf(JsonElement body, string check) => body.GetProperty("checks").GetProperty(check).GetProperty("status").GetString();
}
