using global::Riak;
using global::Riak.Errors;
using global::Riak.KeyValue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Orleans.Persistence.Riak;

/// <summary>
/// Grain state in Riak KV, for states that declare an <see cref="IRiakStateMerge{T}"/>. The etag is the object's vector clock. Writes are conditional, which Riak checks
/// by a read before the write: two writers can both succeed and leave siblings. Whoever sees siblings merges them and writes that back.
/// </summary>
/// <param name="name">The storage's name.</param>
/// <param name="client">The cluster.</param>
/// <param name="options">Where in it.</param>
/// <param name="serializer">Makes values of states.</param>
/// <param name="services">Holds the merges.</param>
/// <param name="logger">Is told of siblings and lost answers.</param>
public sealed partial class RiakGrainStorage(
    string name, RiakClient client, RiakGrainStorageOptions options, IGrainStorageSerializer serializer, IServiceProvider services, ILogger<RiakGrainStorage> logger)
    : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>
{
    private const string WriteMark = "orleans-write";
    private static readonly RiakGetOptions WithDeleted = new() { WithDeletedClock = true };

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        lifecycle.Subscribe($"{nameof(RiakGrainStorage)}-{name}", ServiceLifecycleStage.ApplicationServices, CheckBucketTypeAsync);
    }

    /// <inheritdoc/>
    /// <exception cref="RiakException">It can't be read.</exception>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        Show(await ReadAsync<T>(stateName, grainId), grainState);
    }

    /// <inheritdoc/>
    /// <exception cref="InconsistentStateException">Somebody else has written.</exception>
    /// <exception cref="RiakOutcomeUnknownException">It wasn't written when it was looked for, and may still be; read before writing again.</exception>
    /// <exception cref="RiakException">Nothing was written.</exception>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        var mark = Guid.NewGuid().ToString("N");
        var content = new RiakContent
        {
            Value = serializer.Serialize(grainState.State).ToMemory(),
            ContentType = "application/octet-stream",
            UserMetadata = [KeyValuePair.Create(WriteMark, mark)],
        };
        try
        {
            var written = await client.PutAsync(Where(stateName, grainId), content, Conditions(grainState.ETag) with { ReturnHead = true });
            if (written.Contents.Length > 1)
                throw await ConflictAfterMergeAsync<T>(stateName, grainId, grainState.ETag);
            (grainState.ETag, grainState.RecordExists) = (written.Clock?.ToString(), true);
        }
        catch (RiakServerException refused) when (refused.Kind is RiakErrorKind.MatchFound or RiakErrorKind.Modified or RiakErrorKind.NotFound)
        {
            throw Conflict(stateName, grainId, refused.ServerText, grainState.ETag, refused);
        }
        catch (RiakOutcomeUnknownException unknown)
        {
            LogAnswerLost(unknown, stateName, grainId);
            var found = await ReadAsync<T>(stateName, grainId);
            if (!found.Writes.Contains(mark))
                throw;
            if (found.Writes.Count > 1)
                throw Conflict(stateName, grainId, found.ETag, grainState.ETag, unknown);
            (grainState.ETag, grainState.RecordExists) = (found.ETag, true);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InconsistentStateException">Somebody else has written.</exception>
    /// <exception cref="RiakException">It can't be said that it was cleared; read before writing again.</exception>
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        var found = await ReadAsync<T>(stateName, grainId);
        if (found.Exists && found.ETag != grainState.ETag)
            throw Conflict(stateName, grainId, found.ETag, grainState.ETag);
        if (found.Exists)
            await client.DeleteAsync(Where(stateName, grainId), new() { Clock = ClockOf(found.ETag!) });
        (grainState.State, grainState.ETag, grainState.RecordExists) = (Activator.CreateInstance<T>(), null, false);
    }

    private async Task<StoredValue<T>> ReadAsync<T>(string stateName, GrainId grainId)
    {
        var found = await client.GetAsync(Where(stateName, grainId), WithDeleted);
        List<RiakContent> values = [.. found.Contents.Where(content => !content.Deleted)];
        if (values.Count == 0)
            return new(default, Exists: false, ETag: null, []);

        var states = values.ConvertAll(value => serializer.Deserialize<T>(BinaryData.FromBytes(value.Value)));
        List<string> writes = [.. values.SelectMany(value => value.UserMetadata).Where(entry => entry.Key == WriteMark).Select(entry => entry.Value)];
        if (!found.HasSiblings)
            return new(states[0], Exists: true, found.Clock?.ToString(), writes);

        LogSiblings(found.Contents.Length, stateName, grainId);
        var merge = MergeOf<T>();
        var merged = states.Aggregate((one, other) => merge.Merge(one!, other!));
        var content = new RiakContent { Value = serializer.Serialize(merged).ToMemory(), ContentType = "application/octet-stream" };
        var written = await client.PutAsync(Where(stateName, grainId), content, new() { Clock = found.Clock, ReturnHead = true });
        // Where others have written meanwhile, the clock covers what isn't in this state; a write with the clock of what was read is refused, then.
        return new(merged, Exists: true, (written.Contents.Length > 1 ? found.Clock : written.Clock)?.ToString(), writes);
    }

    private async Task<InconsistentStateException> ConflictAfterMergeAsync<T>(string stateName, GrainId grainId, string? etag) =>
        Conflict(stateName, grainId, (await ReadAsync<T>(stateName, grainId)).ETag, etag);

    private IRiakStateMerge<T> MergeOf<T>() => services.GetService<IRiakStateMerge<T>>() ?? throw new InvalidOperationException(
        $"Riak grain storage '{name}' has siblings of a {typeof(T)} and no {nameof(IRiakStateMerge<>)} of it is registered: states kept in Riak must declare how they merge.");

    private RiakLocation Where(string stateName, GrainId grainId) => new(options.BucketType, options.Bucket, $"{stateName}/{grainId}");

    private static RiakPutOptions Conditions(string? etag) =>
        etag is null ? new() { IfNoneMatch = true } : new() { IfNotModified = true, Clock = ClockOf(etag) };

    private static RiakClock ClockOf(string etag) => RiakClock.FromBytes(Convert.FromBase64String(etag));

    private static void Show<T>(StoredValue<T> found, IGrainState<T> grainState)
    {
        (grainState.ETag, grainState.RecordExists) = (found.ETag, found.Exists);
        if (found.Exists)
            grainState.State = found.State!;
    }

    private static InconsistentStateException Conflict(string stateName, GrainId grainId, string? stored, string? etag, Exception? inner = null) =>
        new($"Somebody else has written '{stateName}' of {grainId}.", stored ?? "none", etag ?? "none", inner);
}
