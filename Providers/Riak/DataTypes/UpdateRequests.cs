using Riak.Requests;
using Riak.Wire;

namespace Riak.DataTypes;

/// <summary>Builds the updates of data types and reads their answers.</summary>
internal static class UpdateRequests
{
    private static readonly RiakUpdateOptions Defaults = new();

    public static RiakRequest<RiakUpdated<long?>> Counter(RiakLocation where, long? by, RiakUpdateOptions? options)
    {
        var change = new CounterOp();
        if (by is { } amount)
            change.Increment = amount;
        return Update<long?>("update-counter", where, new() { CounterOp = change }, options, answer => answer.HasCounterValue ? answer.CounterValue : null);
    }

    public static RiakRequest<RiakUpdated<RiakSet?>> Set(RiakLocation where, RiakSetUpdate change, RiakUpdateOptions? options) =>
        Update<RiakSet?>("update-set", where, new() { SetOp = change.Wire }, options, answer => Values.Set(answer.SetValue, Context(answer)));

    public static RiakRequest<RiakUpdated<RiakMap?>> Map(RiakLocation where, RiakMapUpdate change, RiakUpdateOptions? options) =>
        Update<RiakMap?>("update-map", where, new() { MapOp = change.Wire }, options, answer => Values.Map(answer.MapValue, Context(answer)));

    public static RiakRequest<RiakUpdated<ulong?>> Hll(RiakLocation where, IEnumerable<ReadOnlyMemory<byte>> members, RiakUpdateOptions? options)
    {
        var change = new HllOp();
        change.Adds.AddRange(members.Select(Fields.Bytes));
        return Update<ulong?>("update-hll", where, new() { HllOp = change }, options, answer => answer.HasHllValue ? answer.HllValue : null);
    }

    private static RiakRequest<RiakUpdated<T?>> Update<T>(
        string operation, RiakLocation where, DtOp change, RiakUpdateOptions? options, Func<DtUpdateResp, T?> read)
    {
        where.Check(keyNeeded: false);
        options ??= Defaults;
        // An empty set or map that was returned can't be told from none that wasn't asked for, but by the request.
        var returned = options.ReturnBody;
        return new(operation, MessageCode.UpdateRequest, Message(where, change, options), MessageCode.UpdateResponse, Read, IsWrite: true);

        RiakUpdated<T?> Read(Frame frame)
        {
            var answer = Messages.Parse(DtUpdateResp.Parser, frame);
            return new(where.Key ?? answer.Key.ToStringUtf8(), returned ? read(answer) : default);
        }
    }

    private static RiakClock? Context(DtUpdateResp answer) => RiakClock.From(answer.HasContext, answer.Context);

    private static DtUpdateReq Message(RiakLocation where, DtOp change, RiakUpdateOptions options)
    {
        var message = new DtUpdateReq { Bucket = Fields.Utf8(where.Bucket), Type = Fields.Utf8(where.BucketType), Op = change };
        if (where.Key is { } key)
            message.Key = Fields.Utf8(key);
        if (options.Context is { } context)
            message.Context = context.Bytes;
        if (options.ReturnBody)
            message.ReturnBody = true;
        if (options.IncludeContext is { } include)
            message.IncludeContext = include;
        SetQuorums(message, options);
        return message;
    }

    private static void SetQuorums(DtUpdateReq message, RiakUpdateOptions options)
    {
        if (options.W is { } w)
            message.W = w.Wire;
        if (options.DW is { } dw)
            message.Dw = dw.Wire;
        if (options.PW is { } pw)
            message.Pw = pw.Wire;
        if (options.ServerTimeout is { } timeout)
            message.Timeout = Fields.Milliseconds(timeout);
        if (options.SloppyQuorum is { } sloppy)
            message.SloppyQuorum = sloppy;
        if (options.NVal is { } replicas)
            message.NVal = checked((uint)replicas);
        if (options.NodeConfirms is { } confirms)
            message.NodeConfirms = confirms.Wire;
    }
}
