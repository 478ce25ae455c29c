using System.Net.ServerSentEvents;
using System.Text.Json;

namespace ShellCorp.Web.Tests.Api;

/// <summary>Reads a stream of server-sent events by the framework's own parser.</summary>
internal sealed class ServerSentEvents : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private ServerSentEvents(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        _events = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
    }

    /// <summary>The last thing told about the connection.</summary>
    public JsonElement Connection { get; private set; }

    public static async Task<ServerSentEvents> OpenAsync(HttpClient http, string path, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new(response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The next ratings.</summary>
    public async Task<IReadOnlyList<JsonElement>> RatingsAsync(int count)
    {
        var ratings = new List<JsonElement>();
        while (ratings.Count < count)
        {
            Assert.True(await _events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), "The stream has ended.");
            var data = JsonElement.Parse(_events.Current.Data);
            if (_events.Current.EventType == "connection")
                Connection = data;
            else
                ratings.Add(data);
        }

        return ratings;
    }

    public async ValueTask DisposeAsync()
    {
        _response.Dispose();
        await _events.DisposeAsync();
    }
}
