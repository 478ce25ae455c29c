using System.Collections.Concurrent;
using Google.Protobuf;
using Riak.Wire;

namespace Riak.TestServer.Cluster;

/// <summary>Properties of the bucket types and of buckets that differ from theirs.</summary>
internal sealed class BucketTypes
{
    private const uint Quorum = uint.MaxValue - 2;

    private readonly ConcurrentDictionary<string, RpbBucketProps> _types = new();
    private readonly ConcurrentDictionary<(string Type, string Bucket), RpbBucketProps> _buckets = new();

    public void Create(string type, string? dataType, bool allowMult)
    {
        var props = new RpbBucketProps
        {
            NVal = Quorums.Replicas, AllowMult = allowMult, LastWriteWins = false, HasPrecommit = true, HasPostcommit = true,
            ChashKeyfun = Function("riak_core_util", "chash_std_keyfun"), Linkfun = Function("riak_kv_wm_link_walker", "mapreduce_linkfun"),
            OldVclock = 86400, YoungVclock = 20, BigVclock = 50, SmallVclock = 50,
            Pr = 0, R = Quorum, W = Quorum, Pw = 0, Dw = Quorum, Rw = Quorum, BasicQuorum = false, NotfoundOk = true,
        };
        if (dataType is not null)
            props.Datatype = ByteString.CopyFromUtf8(dataType);
        _types[type] = props;
    }

    /// <summary>A copy; null if there is no such type.</summary>
    public RpbBucketProps? Find(string type, string? bucket = null)
    {
        if (!_types.TryGetValue(type, out var props))
            return null;
        var found = props.Clone();
        if (bucket is not null && _buckets.TryGetValue((type, bucket), out var own))
            found.MergeFrom(own);
        return found;
    }

    public void Change(string type, RpbBucketProps changes) => _types.AddOrUpdate(
        type, _ => throw new ServerErrorException("Invalid bucket properties: no_type"), (_, props) => Merged(props, changes));

    public void Change(string type, string bucket, RpbBucketProps changes) =>
        _buckets.AddOrUpdate((type, bucket), _ => changes.Clone(), (_, props) => Merged(props, changes));

    public void Reset(string type, string bucket) => _buckets.TryRemove((type, bucket), out _);

    private static RpbBucketProps Merged(RpbBucketProps props, RpbBucketProps changes)
    {
        var merged = props.Clone();
        merged.MergeFrom(changes);
        return merged;
    }

    private static RpbModFun Function(string module, string function) =>
        new() { Module = ByteString.CopyFromUtf8(module), Function = ByteString.CopyFromUtf8(function) };
}
