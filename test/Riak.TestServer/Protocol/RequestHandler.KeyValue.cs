using System.Globalization;
using Google.Protobuf;
using Riak.TestServer.Cluster;
using Riak.TestServer.Crdts;
using Riak.TestServer.Objects;
using Riak.Wire;

namespace Riak.TestServer.Protocol;

internal sealed partial class RequestHandler
{
    private Answer Get(RpbGetReq request)
    {
        var (key, props) = Locate(request.HasType, request.Type, request.Bucket, request.Key);
        var quorums = new Quorums(Given(request.HasR, request.R), Given(request.HasPr, request.Pr), Given(request.HasSloppyQuorum, request.SloppyQuorum));
        var found = Read(key, quorums, props);
        var answer = new RpbGetResp();
        if (!found.Exists)
        {
            if (request.Deletedvclock && !found.Siblings.IsEmpty)
                answer.Vclock = Encode(found.Clock);
        }
        else if (request.HasIfModified && Decode(request.IfModified).Equals(found.Clock))
        {
            answer.Unchanged = true;
        }
        else
        {
            answer.Vclock = Encode(found.Clock);
            answer.Content.AddRange(Contents(found, headOnly: request.Head));
        }

        return new(MessageCode.GetResponse, answer);
    }

    // As the server does: the condition is checked by a read, and the write follows it.
    private Answer Put(RpbPutReq request)
    {
        var givenKey = request.HasKey ? request.Key : NewKey();
        var (key, props) = Locate(request.HasType, request.Type, request.Bucket, givenKey);
        var seen = request.HasVclock ? Decode(request.Vclock) : VersionVector.Empty;
        if (request.IfNotModified || request.IfNoneMatch)
            CheckConditions(Read(key, new(Sloppy: Given(request.HasSloppyQuorum, request.SloppyQuorum)), props), request, seen);
        var quorums = new Quorums(
            Given(request.HasW, request.W), Given(request.HasPw, request.Pw), Given(request.HasSloppyQuorum, request.SloppyQuorum));
        var written = Write(key, quorums, props, request.Content, seen);
        var answer = new RpbPutResp();
        if (!request.HasKey)
            answer.Key = givenKey;
        if (request.ReturnBody || request.ReturnHead)
        {
            answer.Vclock = Encode(written.Clock);
            answer.Content.AddRange(Contents(written, request.ReturnHead));
        }

        return new(MessageCode.PutResponse, answer);
    }

    private Answer Delete(RpbDelReq request)
    {
        var (key, props) = Locate(request.HasType, request.Type, request.Bucket, request.Key);
        var found = Read(key, new(Given(request.HasR, request.R), Given(request.HasPr, request.Pr)), props);
        if (found.Exists || request.HasVclock)
        {
            var quorums = new Quorums(
                Given(request.HasW, request.W), Given(request.HasPw, request.Pw), Given(request.HasSloppyQuorum, request.SloppyQuorum));
            var tombstone = new RpbContent { Value = ByteString.Empty, Deleted = true };
            Write(key, quorums, props, tombstone, request.HasVclock ? Decode(request.Vclock) : found.Clock);
        }

        return new(MessageCode.DeleteResponse);
    }

    private static void CheckConditions(KeyValueObject found, RpbPutReq request, VersionVector seen)
    {
        if (request.IfNoneMatch && found.Exists)
            throw new ServerErrorException("match_found");
        if (!request.IfNotModified)
            return;
        if (!found.Exists)
            throw new ServerErrorException("notfound");
        if (!seen.Equals(found.Clock))
            throw new ServerErrorException("modified");
    }

    private static IEnumerable<RpbContent> Contents(KeyValueObject found, bool headOnly) => found.Siblings.Select(sibling =>
    {
        var content = sibling.Content.Clone();
        if (headOnly)
            content.Value = ByteString.Empty;
        return content;
    });

    private (ObjectKey Key, RpbBucketProps Props) Locate(bool hasType, ByteString typeName, ByteString bucket, ByteString key)
    {
        if (bucket.IsEmpty || key.IsEmpty)
            throw new ServerErrorException($"{(bucket.IsEmpty ? "Bucket" : "Key")} cannot be zero-length");
        var type = TypeOf(hasType, typeName);
        var props = cluster.Types.Find(type, bucket.ToStringUtf8()) ?? throw new ServerErrorException("no_type");
        if (props.HasDatatype)
            throw new ServerErrorException($"This test server has no key/value access to data types (bucket type '{type}')");
        return (new(type, bucket.ToStringUtf8(), key.ToStringUtf8()), props);
    }

    private KeyValueObject Read(ObjectKey key, Quorums quorums, RpbBucketProps props) =>
        ((KeyValueObject?)cluster.Replicas.Read(node, key, quorums, props) ?? KeyValueObject.Empty).Reduce(props.AllowMult);

    private KeyValueObject Write(ObjectKey key, Quorums quorums, RpbBucketProps props, RpbContent content, VersionVector seen) =>
        (KeyValueObject)cluster.Replicas.Write(node, key, quorums, props, (state, vnode) =>
            ((KeyValueObject?)state ?? KeyValueObject.Empty).Write(Stamped(content, vnode.Node.Now), seen, vnode.Actor, props.AllowMult));

    private static RpbContent Stamped(RpbContent content, DateTimeOffset now)
    {
        var stamped = content.Clone();
        stamped.LastMod = (uint)now.ToUnixTimeSeconds();
        stamped.LastModUsecs = (uint)(now.UtcTicks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);
        stamped.Vtag = ByteString.CopyFromUtf8(Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..22]);
        return stamped;
    }
}
