using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.TestingHost;
using ShellCorp.Grains.Hosting;
using ShellCorp.Silo.Market;
using ShellCorp.Web.Api.Market;
using ShellCorp.Web.Hosting;

namespace ShellCorp.Web.Tests.Market;

/// <summary>The web client before a silo with the market's own grains, whose database is in memory.</summary>
public sealed class MarketSite : IAsyncLifetime
{
    public const string OperatorKey = "an-operator's-key-of-many-characters";

    private InProcessTestCluster? _cluster;
    private WebApplication? _app;
    private HttpClient? _http;

    public HttpClient Http => _http ?? throw new InvalidOperationException("The site isn't started yet.");

    public async ValueTask InitializeAsync()
    {
        var clusters = new InProcessTestClusterBuilder(1);
        clusters.ConfigureSilo((_, silo) =>
        {
            silo.AddMarket().AddShellCorpGrains();
            // The scripted grains of other tests are in this process too.
            silo.Services.PostConfigure<GrainTypeOptions>(options => options.Classes.RemoveWhere(type => type.Namespace?.StartsWith("ShellCorp.Web.Tests", StringComparison.Ordinal) is true));
        });
        _cluster = clusters.Build();
        await _cluster.DeployAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebHosting).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production",
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration[$"{MarketDoorOptions.Section}:{nameof(MarketDoorOptions.OperatorKey)}"] = OperatorKey;
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Services.AddSingleton(_cluster.Client);
        builder.Services.AddSingleton<IGrainFactory>(_cluster.Client);
        builder.AddShellCorpWeb();
        _app = builder.Build();
        _app.MapShellCorpWeb();
        await _app.StartAsync();
        _http = new() { BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
    }

    /// <summary>Sends a request; every one has an id of its own unless it is told.</summary>
    public async Task<(int Status, JsonElement Body)> SendAsync(string method, string path, string? key, object? body = null, Guid? requestId = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"/api/market{path}", UriKind.Relative));
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Add("Idempotency-Key", $"{requestId ?? Guid.NewGuid()}");
        if (body is not null)
            request.Content = JsonContent.Create(body is string text ? JsonNode.Parse(text) : body);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var content = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, content.Length == 0 ? default : JsonElement.Parse(content));
    }

    /// <summary>Sends a request that must be done.</summary>
    public async Task<JsonElement> DoAsync(string method, string path, string? key, object? body = null, Guid? requestId = null)
    {
        var (status, answer) = await SendAsync(method, path, key, body, requestId);
        Assert.True(status is 200 or 204, $"{method} {path}: {status} {answer}");
        return answer;
    }

    /// <summary>A user who acts for a desk, such as <c>agents/7</c>; returns the key.</summary>
    public async Task<string> MemberAsync(long user, string desk)
    {
        await DoAsync("PUT", $"/office/users/{user}", OperatorKey, new { name = $"User {user}" });
        await DoAsync("PUT", $"/office/users/{user}/{desk}", OperatorKey);
        return (await DoAsync("POST", $"/office/users/{user}/key", OperatorKey)).GetProperty("key").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }
}
