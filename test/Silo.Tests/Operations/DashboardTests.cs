using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShellCorp.Silo.Kafka;

namespace ShellCorp.Silo.Tests.Operations;

public sealed class DashboardTests
{
    private const string Password = "correct horse battery";
    private static readonly Uri Counters = new("/dashboard/DashboardCounters", UriKind.Relative);
    private static readonly Uri Page = new("/dashboard/", UriKind.Relative);

    private static readonly Dictionary<string, string?> Credentials = new()
    {
        ["ShellCorp:Admin:Dashboard:User"] = "operator",
        ["ShellCorp:Admin:Dashboard:Password"] = Password,
    };

    [Fact]
    public async Task Without_credentials_there_is_no_dashboard_outside_of_Development_and_the_log_says_why()
    {
        using var log = new LogLines();
        await using var silo = await OperatedSilo.StartAsync(configure: builder => builder.Logging.AddProvider(log));

        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(silo, Page));
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(silo, Counters));
        Assert.Single(log.Lines, line => line.StartsWith("There is no dashboard", StringComparison.Ordinal) && line.Contains("ShellCorp:Admin:Dashboard:User", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_credentials_it_is_served_to_whoever_has_them_and_to_nobody_else()
    {
        await using var silo = await OperatedSilo.StartAsync(Credentials);

        foreach (var path in new[] { Page, Counters })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(silo, path));
            Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(silo, path, "operator", Password + "!"));
            Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(silo, path, "somebody", Password));
            Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(silo, path, "", ""));
            Assert.Equal(HttpStatusCode.OK, await GetAsync(silo, path, "operator", Password));
        }

        await Eventually.HoldsAsync("one silo on the dashboard", () => CountersAsync(silo), counters => counters.GetProperty("totalActiveHostCount").GetInt32() == 1);
        Assert.Equal(HttpStatusCode.OK, (await silo.GetJsonAsync("/health/live")).Status);
    }

    [Fact]
    public async Task In_Development_it_is_open_to_this_machine()
    {
        await using var silo = await OperatedSilo.StartAsync(environment: "Development");

        Assert.Equal(HttpStatusCode.OK, await GetAsync(silo, Page));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(silo, Counters));
    }

    [Fact]
    public async Task Credentials_hold_in_Development_too()
    {
        await using var silo = await OperatedSilo.StartAsync(Credentials, environment: "Development");

        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(silo, Counters));
    }

    [Fact]
    public async Task A_short_password_is_refused_at_start_and_not_told()
    {
        await using var brokers = EmbeddedBrokers.Start();
        using var host = OperatedSilo.Build(brokers, new(Credentials) { ["ShellCorp:Admin:Dashboard:Password"] = "football" });

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("ShellCorp:Admin:Dashboard:Password is refused: it has 8 characters", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("football", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> GetAsync(OperatedSilo silo, Uri path, string? user = null, string? password = null)
    {
        using var request = Request(path, user, password);
        using var answer = await silo.Admin.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<JsonElement> CountersAsync(OperatedSilo silo)
    {
        using var request = Request(Counters, "operator", Password);
        using var answer = await silo.Admin.SendAsync(request);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private static HttpRequestMessage Request(Uri path, string? user, string? password)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (user is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        return request;
    }
}
