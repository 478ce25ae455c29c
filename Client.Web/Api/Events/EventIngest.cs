using System.Collections.Immutable;
using System.Text.Json;
using ShellCorp.Events.Json;
using ShellCorp.Ingest;

namespace ShellCorp.Web.Api.Events;

/// <summary>Takes events in by HTTP: reads them, sends the valid ones through the cluster's door, and answers item by item.</summary>
internal sealed partial class EventIngest(IGrainFactory grains, TimeProvider time, ILogger<EventIngest> logger)
{
    private IIngestGrain Door => grains.GetGrain<IIngestGrain>(0);

    public Task<IResult> TakePlayerUpdatesAsync(HttpRequest request) =>
        TakeAsync(request, EventReader.ReadPlayerUpdates, (updates, token) => Door.IngestAsync(updates, token));

    public Task<IResult> TakeMatchUpdatesAsync(HttpRequest request) =>
        TakeAsync(request, EventReader.ReadMatchUpdates, (updates, token) => Door.IngestAsync(updates, token));

    private async Task<IResult> TakeAsync<T>(
        HttpRequest request,
        Func<JsonElement, Func<EventEnvelope>, ImmutableArray<ReadResult<T>>> read,
        Func<ImmutableArray<T>, CancellationToken, Task<IngestReply>> send)
        where T : class
    {
        var (document, problem) = await EventBody.ReadAsync(request);
        if (document is null)
            return problem!;
        using (document)
        {
            if (Refuse(document.RootElement) is { } refusal)
                return refusal;
            var events = read(document.RootElement, Missing);
            var reply = await SendAsync([.. events.Where(e => e.IsValid).Select(e => e.Value!)], send, request.HttpContext.RequestAborted);
            return new IngestHttpResult(IngestResults.Of(Merge(events, reply)), reply?.RetryAfter);
        }
    }

    private static ApiProblemResult? Refuse(JsonElement body) => body.ValueKind switch
    {
        JsonValueKind.Object => null,
        JsonValueKind.Array when body.GetArrayLength() > ApiLimits.MaxItems => Problems.TooMany(body.GetArrayLength()),
        JsonValueKind.Array when body.GetArrayLength() > 0 => null,
        JsonValueKind.Array => Problems.BadBody("The array is empty; send at least one event."),
        _ => Problems.BadBody($"A JSON {body.ValueKind} was sent; send one event as an object, or several as an array."),
    };

    // A version 7 id orders by time, which helps whoever looks for it in the log.
    private EventEnvelope Missing()
    {
        var now = time.GetUtcNow();
        return new() { Id = Guid.CreateVersion7(now).ToString(), Time = now };
    }

    /// <summary>The door's reply; null where it told nothing.</summary>
    private async Task<IngestReply?> SendAsync<T>(
        ImmutableArray<T> updates, Func<ImmutableArray<T>, CancellationToken, Task<IngestReply>> send, CancellationToken cancellationToken)
    {
        if (updates.IsEmpty)
            return new() { Answers = [] };
        try
        {
            return await send(updates, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogDoorFailed(logger, exception, updates.Length);
            return null;
        }
    }

    private static ImmutableArray<IngestItem> Merge<T>(ImmutableArray<ReadResult<T>> events, IngestReply? reply)
        where T : class
    {
        var items = ImmutableArray.CreateBuilder<IngestItem>(events.Length);
        var sent = 0;
        foreach (var item in events)
        {
            var answer = item.IsValid ? reply?.Answers.ElementAtOrDefault(sent++) : null;
            items.Add(item.IsValid
                ? new(items.Count, answer?.EventId ?? item.Id, answer?.Status ?? IngestStatus.Unknown, answer?.Errors ?? [])
                : new(items.Count, item.Id, IngestStatus.Rejected, item.Errors));
        }

        return items.MoveToImmutable();
    }

    [LoggerMessage(50, LogLevel.Warning, "The cluster's door told nothing of {Count} events; they are answered as unknown")]
    private static partial void LogDoorFailed(ILogger logger, Exception exception, int count);
}
