using Google.Protobuf;
using Riak.TestServer.Cluster;
using Riak.TestServer.Crdts;
using Riak.TestServer.Objects;
using Riak.Wire;
using DataType = Riak.Wire.DtFetchResp.Types.DataType;

namespace Riak.TestServer.Protocol;

internal sealed partial class RequestHandler
{
    private static readonly Dictionary<string, (DataType Type, ICrdt Bottom)> DataTypes = new()
    {
        ["counter"] = (DataType.Counter, PnCounter.Empty),
        ["set"] = (DataType.Set, OrSet.Empty),
        ["map"] = (DataType.Map, CrdtMap.Empty),
        ["hll"] = (DataType.Hll, HyperLogLog.Empty),
    };

    private Answer Fetch(DtFetchReq request)
    {
        // Without a bucket type the server looks for a counter of version 1.4, of which there are none here.
        if (request.Type.ToStringUtf8() == DefaultType)
            return new(MessageCode.FetchResponse, new DtFetchResp { Type = DataType.Counter });
        var (name, key, props) = LocateData(request.Type, request.Bucket, request.Key);
        if (name == "gset")
            return Answer.Hangup;
        var type = DataTypes.TryGetValue(name, out var known) ? known.Type : throw new ServerErrorException($"`{name}` is not a supported type");
        var quorums = new Quorums(Given(request.HasR, request.R), Given(request.HasPr, request.Pr), Given(request.HasSloppyQuorum, request.SloppyQuorum));
        var state = (ICrdt?)cluster.Replicas.Read(node, key, quorums, props);
        var answer = new DtFetchResp { Type = type };
        if (state is not null)
        {
            answer.Value = Value(state);
            if (request.IncludeContext && !state.Context.IsEmpty)
                answer.Context = Encode(state.Context);
        }

        return new(MessageCode.FetchResponse, answer);
    }

    private Answer Update(DtUpdateReq request)
    {
        if (request.Type.ToStringUtf8() == DefaultType)
            return Answer.Error("Counters require bucket property 'allow_mult=true'");
        var givenKey = request.HasKey ? request.Key : NewKey();
        var (name, key, props) = LocateData(request.Type, request.Bucket, givenKey);
        var operation = OperationOf(request.Op);
        if (operation != name)
            throw new ServerErrorException($"Operation type is `{operation}` but  bucket type is `{name}`.");
        if (name == "gset")
            throw new ServerErrorException("Error processing incoming message: error:function_clause", closes: true);
        var context = request.HasContext ? Decode(request.Context) : null;
        var quorums = new Quorums(
            Given(request.HasW, request.W), Given(request.HasPw, request.Pw), Given(request.HasSloppyQuorum, request.SloppyQuorum));
        var written = (ICrdt)cluster.Replicas.Write(node, key, quorums, props, (state, vnode) =>
            ((ICrdt?)state ?? DataTypes[name].Bottom).Update(request.Op, vnode.Actor, context, Microseconds(vnode.Node.Now)));
        return new(MessageCode.UpdateResponse, Updated(request, givenKey, written));
    }

    private static DtUpdateResp Updated(DtUpdateReq request, ByteString key, ICrdt state)
    {
        var answer = new DtUpdateResp();
        if (!request.HasKey)
            answer.Key = key;
        if (!request.ReturnBody)
            return answer;
        if (request.IncludeContext && !state.Context.IsEmpty)
            answer.Context = Encode(state.Context);
        var value = Value(state);
        if (value.HasCounterValue)
            answer.CounterValue = value.CounterValue;
        if (value.HasHllValue)
            answer.HllValue = value.HllValue;
        answer.SetValue.AddRange(value.SetValue);
        answer.MapValue.AddRange(value.MapValue);
        return answer;
    }

    private static DtValue Value(ICrdt state)
    {
        var value = new DtValue();
        switch (state)
        {
            case PnCounter counter:
                value.CounterValue = counter.Value;
                break;
            case OrSet set:
                value.SetValue.AddRange(set.Members.Keys);
                break;
            case CrdtMap map:
                value.MapValue.AddRange(map.Entries);
                break;
            case HyperLogLog log:
                value.HllValue = log.Value;
                break;
        }

        return value;
    }

    private static string OperationOf(DtOp op) => op switch
    {
        { CounterOp: not null } => "counter",
        { SetOp: not null } => "set",
        { MapOp: not null } => "map",
        { HllOp: not null } => "hll",
        { GsetOp: not null } => "gset",
        _ => throw new ServerErrorException("Error processing incoming message: error:function_clause", closes: true),
    };

    private static long Microseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private (string DataType, ObjectKey Key, RpbBucketProps Props) LocateData(ByteString type, ByteString bucket, ByteString key)
    {
        var props = cluster.Types.Find(type.ToStringUtf8(), bucket.ToStringUtf8())
            ?? throw new ServerErrorException($"Error no bucket type `<<\"{type.ToStringUtf8()}\">>`");
        if (!props.AllowMult)
            throw new ServerErrorException("Bucket must be allow_mult=true");
        var dataType = props.HasDatatype ? props.Datatype.ToStringUtf8() : "undefined";
        return (dataType, new(type.ToStringUtf8(), bucket.ToStringUtf8(), key.ToStringUtf8()), props);
    }
}
