using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Web.Api.Queries;
using ShellCorp.Web.Live;

namespace ShellCorp.Web.Api.Live;

/// <summary>
/// Live ratings as server-sent events: first what is known, then what changes, the latest version of each player four times a second at
/// most. A client that comes back (<c>Last-Event-ID</c>) starts with what is known then: a later version holds all of the earlier ones.
/// </summary>
internal sealed class RatingStream(LiveStore store, TimeProvider time, IHostApplicationLifetime lifetime)
{
    /// <summary>The shortest time between two bursts to one client.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>After how much silence a comment keeps proxies from closing the connection.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async Task<IResult> StreamAsync(HttpContext context, string? matchId)
    {
        MatchId? only = null;
        if (matchId is not null)
        {
            if (!long.TryParse(matchId, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= 0)
                return Problems.BadParameter("matchId", matchId, "must be a positive integer");
            only = new(number);
        }

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache, no-transform";
        // nginx would hold the events back otherwise.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await WriteAllAsync(context.Response, only, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The client has gone or the host stops: the end of every stream.
            return Results.Empty;
        }

        return Results.Empty;
    }

    private async Task WriteAllAsync(HttpResponse response, MatchId? only, CancellationToken ending)
    {
        using var feed = new RatingFeed(store, only);
        await WriteAsync(response, "retry: 2000\n\n", ending);
        var buffer = new ArrayBufferWriter<byte>();
        while (true)
        {
            if (feed.ConnectionChanged)
            {
                feed.ConnectionChanged = false;
                var connection = JsonSerializer.Serialize(ConnectionAnswer.Of(store), ApiJson.Default.ConnectionAnswer);
                await WriteAsync(response, $"event: connection\ndata: {connection}\n\n", ending);
            }

            buffer.ResetWrittenCount();
            foreach (var update in feed.Take())
                Write(buffer, update);
            await response.Body.WriteAsync(buffer.WrittenMemory, ending);
            await response.Body.FlushAsync(ending);
            await Task.Delay(Interval, time, ending);
            await WaitAsync(feed, response, ending);
        }
    }

    private async Task WaitAsync(RatingFeed feed, HttpResponse response, CancellationToken ending)
    {
        var waiting = feed.WaitAsync(ending).AsTask();
        while (!waiting.IsCompleted)
        {
            try
            {
                await waiting.WaitAsync(Heartbeat, time, ending);
            }
            catch (TimeoutException)
            {
                await WriteAsync(response, ": heartbeat\n\n", ending);
            }
        }

        await waiting;
    }

    private void Write(ArrayBufferWriter<byte> buffer, LiveRatingUpdate update)
    {
        buffer.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"event: rating\nid: {store.State.Sequence}\ndata: ")));
        using (var json = new Utf8JsonWriter(buffer))
            EventWriter.WriteItem(json, update);
        buffer.Write("\n\n"u8);
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken ending)
    {
        await response.WriteAsync(text, ending);
        await response.Body.FlushAsync(ending);
    }
}
