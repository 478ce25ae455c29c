using Riak.Requests;
using Riak.Wire;

namespace Riak.KeyValue;

/// <summary>Builds the key/value requests and reads their answers.</summary>
internal static class KeyValueRequests
{
    private static readonly RiakGetOptions GetDefaults = new();
    private static readonly RiakPutOptions PutDefaults = new();
    private static readonly RiakDeleteOptions DeleteDefaults = new();

    public static RiakRequest<RiakObject> Get(RiakLocation where, RiakGetOptions? options)
    {
        where.Check(keyNeeded: true);
        options ??= GetDefaults;
        var message = new RpbGetReq { Bucket = Fields.Utf8(where.Bucket), Key = Fields.Utf8(where.Key!) };
        SetQuorums(message, options);
        if (options.IfModifiedSince is { } clock)
            message.IfModified = clock.Bytes;
        if (options.HeadOnly)
            message.Head = true;
        if (options.WithDeletedClock)
            message.Deletedvclock = true;
        if (options.ServerTimeout is { } timeout)
            message.Timeout = Fields.Milliseconds(timeout);
        if (Fields.NamesType(where))
            message.Type = Fields.Utf8(where.BucketType);
        return new("get", MessageCode.GetRequest, message, MessageCode.GetResponse, ReadObject, IsWrite: false);
    }

    public static RiakRequest<RiakPutResult> Put(RiakLocation where, RiakContent content, RiakPutOptions? options)
    {
        where.Check(keyNeeded: false);
        ArgumentNullException.ThrowIfNull(content);
        options ??= PutDefaults;
        var message = new RpbPutReq { Bucket = Fields.Utf8(where.Bucket), Content = Contents.Write(content) };
        if (where.Key is { } key)
            message.Key = Fields.Utf8(key);
        SetConditions(message, options);
        SetQuorums(message, options);
        if (options.ReturnBody)
            message.ReturnBody = true;
        if (options.ReturnHead)
            message.ReturnHead = true;
        if (Fields.NamesType(where))
            message.Type = Fields.Utf8(where.BucketType);
        return new("put", MessageCode.PutRequest, message, MessageCode.PutResponse, frame => ReadPut(frame, where.Key), IsWrite: true);
    }

    public static RiakRequest<bool> Delete(RiakLocation where, RiakDeleteOptions? options)
    {
        where.Check(keyNeeded: true);
        options ??= DeleteDefaults;
        var message = new RpbDelReq { Bucket = Fields.Utf8(where.Bucket), Key = Fields.Utf8(where.Key!) };
        if (options.Clock is { } clock)
            message.Vclock = clock.Bytes;
        SetQuorums(message, options);
        if (Fields.NamesType(where))
            message.Type = Fields.Utf8(where.BucketType);
        return new("delete", MessageCode.DeleteRequest, message, MessageCode.DeleteResponse, _ => true, IsWrite: true);
    }

    private static RiakObject ReadObject(Frame frame)
    {
        var answer = Messages.Parse(RpbGetResp.Parser, frame);
        return new(Contents.Read(answer.Content), RiakClock.From(answer.HasVclock, answer.Vclock), answer.Unchanged);
    }

    private static RiakPutResult ReadPut(Frame frame, string? key)
    {
        var answer = Messages.Parse(RpbPutResp.Parser, frame);
        return new(key ?? answer.Key.ToStringUtf8(), Contents.Read(answer.Content), RiakClock.From(answer.HasVclock, answer.Vclock));
    }

    private static void SetConditions(RpbPutReq message, RiakPutOptions options)
    {
        if (options.Clock is { } clock)
            message.Vclock = clock.Bytes;
        if (options.IfNotModified)
            message.IfNotModified = true;
        if (options.IfNoneMatch)
            message.IfNoneMatch = true;
    }

    private static void SetQuorums(RpbGetReq message, RiakGetOptions options)
    {
        if (options.R is { } r)
            message.R = r.Wire;
        if (options.PR is { } pr)
            message.Pr = pr.Wire;
        if (options.BasicQuorum is { } basic)
            message.BasicQuorum = basic;
        if (options.NotFoundOk is { } notFoundOk)
            message.NotfoundOk = notFoundOk;
        if (options.SloppyQuorum is { } sloppy)
            message.SloppyQuorum = sloppy;
        if (options.NVal is { } replicas)
            message.NVal = checked((uint)replicas);
        if (options.NodeConfirms is { } confirms)
            message.NodeConfirms = confirms.Wire;
    }

    private static void SetQuorums(RpbPutReq message, RiakPutOptions options)
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

    private static void SetQuorums(RpbDelReq message, RiakDeleteOptions options)
    {
        if (options.W is { } w)
            message.W = w.Wire;
        if (options.DW is { } dw)
            message.Dw = dw.Wire;
        if (options.PW is { } pw)
            message.Pw = pw.Wire;
        if (options.R is { } r)
            message.R = r.Wire;
        if (options.PR is { } pr)
            message.Pr = pr.Wire;
        if (options.ServerTimeout is { } timeout)
            message.Timeout = Fields.Milliseconds(timeout);
        if (options.SloppyQuorum is { } sloppy)
            message.SloppyQuorum = sloppy;
        if (options.NVal is { } replicas)
            message.NVal = checked((uint)replicas);
    }
}
