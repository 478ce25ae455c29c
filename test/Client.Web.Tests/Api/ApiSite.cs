using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ShellCorp.Web.Tests.Scripted;

namespace ShellCorp.Web.Tests.Api;

/// <summary>One site for the tests of a class, which run one after the other; each starts with a door that accepts.</summary>
public sealed class ApiSite : IAsyncLifetime
{
    private ScriptedSite? _site;

    public ScriptedSite Site => _site ?? throw new InvalidOperationException("The site isn't started yet.");

    public async ValueTask InitializeAsync() => _site = await ScriptedSite.StartAsync(DemoLeague.Write(new()));

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
            await _site.DisposeAsync();
    }

    public Script Reset()
    {
        Site.Script.Outage = null;
        Site.Script.RetryAfter = null;
        Site.Script.Door = id => new() { EventId = id, Status = Ingest.IngestStatus.Accepted };
        Site.Script.Taken.Clear();
        return Site.Script;
    }

    public Task<HttpResponseMessage> PostAsync(string path, string body, string mediaType = "application/json") =>
        Site.Http.PostAsync(new Uri(path, UriKind.Relative), new StringContent(body, Encoding.UTF8, mediaType), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> GetAsync(string path) =>
        Site.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    /// <summary>The answer is a problem of this status and kind; its detail is returned.</summary>
    public static async Task<string> ProblemAsync(HttpResponseMessage response, int status, string type)
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonElement.Parse(body);
        Assert.Equal($"urn:shellcorp:problem:{type}", problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        return problem.GetProperty("detail").GetString()!;
    }
}
