using Riak.Errors;
using Riak.Requests;
using Riak.Wire;
using DataType = Riak.Wire.DtFetchResp.Types.DataType;

namespace Riak.DataTypes;

/// <summary>Builds the reads of data types and reads their answers; a response without a value means: not found.</summary>
internal static class FetchRequests
{
    private static readonly RiakFetchOptions Defaults = new();

    public static RiakRequest<long?> Counter(RiakLocation where, RiakFetchOptions? options) =>
        Fetch<long?>("fetch-counter", where, options, DataType.Counter, answer => answer.Value.CounterValue);

    public static RiakRequest<RiakSet?> Set(RiakLocation where, RiakFetchOptions? options) =>
        Fetch("fetch-set", where, options, DataType.Set, answer => Values.Set(answer.Value.SetValue, Context(answer)));

    public static RiakRequest<RiakMap?> Map(RiakLocation where, RiakFetchOptions? options) =>
        Fetch("fetch-map", where, options, DataType.Map, answer => Values.Map(answer.Value.MapValue, Context(answer)));

    public static RiakRequest<ulong?> Hll(RiakLocation where, RiakFetchOptions? options) =>
        Fetch<ulong?>("fetch-hll", where, options, DataType.Hll, answer => answer.Value.HllValue);

    private static RiakRequest<T?> Fetch<T>(
        string operation, RiakLocation where, RiakFetchOptions? options, DataType type, Func<DtFetchResp, T?> read)
    {
        where.Check(keyNeeded: true);
        return new(operation, MessageCode.FetchRequest, Message(where, options ?? Defaults), MessageCode.FetchResponse, Read, IsWrite: false);

        T? Read(Frame frame)
        {
            var answer = Messages.Parse(DtFetchResp.Parser, frame);
            if (answer.Type != type)
                throw Mismatch(where, type, answer.Type);
            return answer.Value is null ? default : read(answer);
        }
    }

    private static RiakClock? Context(DtFetchResp answer) => RiakClock.From(answer.HasContext, answer.Context);

    // The server answers a fetch with whatever type the bucket type holds: the same mistake that it refuses in an update.
    private static RiakServerException Mismatch(RiakLocation where, DataType asked, DataType held) => ServerErrors.Read(new RpbErrorResp
    {
        Errmsg = Fields.Utf8(
            $"Operation type is `{asked.ToString().ToLowerInvariant()}` but bucket type '{where.BucketType}' is `{held.ToString().ToLowerInvariant()}`"),
        Errcode = 0,
    });

    private static DtFetchReq Message(RiakLocation where, RiakFetchOptions options)
    {
        var message = new DtFetchReq { Bucket = Fields.Utf8(where.Bucket), Key = Fields.Utf8(where.Key!), Type = Fields.Utf8(where.BucketType) };
        if (options.R is { } r)
            message.R = r.Wire;
        if (options.PR is { } pr)
            message.Pr = pr.Wire;
        if (options.BasicQuorum is { } basic)
            message.BasicQuorum = basic;
        if (options.NotFoundOk is { } notFoundOk)
            message.NotfoundOk = notFoundOk;
        if (options.ServerTimeout is { } timeout)
            message.Timeout = Fields.Milliseconds(timeout);
        if (options.SloppyQuorum is { } sloppy)
            message.SloppyQuorum = sloppy;
        if (options.NVal is { } replicas)
            message.NVal = checked((uint)replicas);
        if (options.IncludeContext is { } context)
            message.IncludeContext = context;
        if (options.NodeConfirms is { } confirms)
            message.NodeConfirms = confirms.Wire;
        return message;
    }
}
