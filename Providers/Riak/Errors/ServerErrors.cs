using Riak.Wire;

namespace Riak.Errors;

/// <summary>Reads the meaning of a server's error out of its text, and adds what to do.</summary>
internal static class ServerErrors
{
    private static readonly (string Start, RiakErrorKind Kind)[] Known =
    [
        ("match_found", RiakErrorKind.MatchFound),
        ("modified", RiakErrorKind.Modified),
        ("notfound", RiakErrorKind.NotFound),
        ("Error no bucket type", RiakErrorKind.UnknownBucketType),
        ("No bucket-type named", RiakErrorKind.UnknownBucketType),
        ("Invalid bucket type", RiakErrorKind.UnknownBucketType),
        ("no_type", RiakErrorKind.UnknownBucketType),
        ("Invalid bucket properties", RiakErrorKind.InvalidProperties),
        ("Operation type is", RiakErrorKind.TypeMismatch),
        ("non-counter operation on default bucket", RiakErrorKind.TypeMismatch),
        ("Bucket must be allow_mult=true", RiakErrorKind.TypeMismatch),
        ("Bucket datatype `", RiakErrorKind.TypeMismatch),
        ("`undefined` is not a supported type", RiakErrorKind.TypeMismatch),
        ("{n_val_violation,", RiakErrorKind.InvalidQuorum),
        ("{r_val_violation,", RiakErrorKind.InvalidQuorum),
        ("{pr_val_violation,", RiakErrorKind.InvalidQuorum),
        ("{w_val_violation,", RiakErrorKind.InvalidQuorum),
        ("{dw_val_violation,", RiakErrorKind.InvalidQuorum),
        ("{pw_val_violation,", RiakErrorKind.InvalidQuorum),
        ("{node_confirms_val_violation,", RiakErrorKind.InvalidQuorum),
        ("{insufficient_vnodes,", RiakErrorKind.InsufficientNodes),
        ("{insufficient_nodes,", RiakErrorKind.InsufficientNodes),
        // A write's own pw and dw may be missed midway, which leaves its outcome open; these two are a read's.
        ("{r_val_unsatisfied,", RiakErrorKind.InsufficientNodes),
        ("{pr_val_unsatisfied,", RiakErrorKind.InsufficientNodes),
        ("{precondition,", RiakErrorKind.Precondition),
        ("Permission denied", RiakErrorKind.NotPermitted),
        ("Security is enabled", RiakErrorKind.NotPermitted),
        ("Unknown message code", RiakErrorKind.NotUnderstood),
        ("Message decoding error", RiakErrorKind.NotUnderstood),
    ];

    // After these the server closes the connection.
    private static readonly string[] Closing = ["Error processing incoming message", "Cannot send another request"];

    public static RiakServerException Read(RpbErrorResp error)
    {
        var text = error.Errmsg.ToStringUtf8();
        var kind = Known.FirstOrDefault(known => text.StartsWith(known.Start, StringComparison.Ordinal)).Kind;
        var advice = Advice(kind);
        return new(error.Errcode, text, kind, advice is null ? $"Riak: {text} (code {error.Errcode})" : $"Riak: {text} (code {error.Errcode}). {advice}");
    }

    /// <summary>Whether the connection stays open after the error.</summary>
    public static bool KeepsConnection(RiakServerException error) =>
        !Closing.Any(text => error.ServerText.StartsWith(text, StringComparison.Ordinal));

    /// <summary>Every known kind is decided before the first replica is written; of the rest (time-outs, dw or pw missed midway) nothing is known.</summary>
    public static bool RefusedBeforeWriting(RiakServerException error) => error.Kind != RiakErrorKind.Other;

    private static string? Advice(RiakErrorKind kind) => kind switch
    {
        RiakErrorKind.UnknownBucketType =>
            "Create and activate the bucket type on one node: riak admin bucket-type create NAME '{\"props\":{\"datatype\":\"map\"}}' "
            + "(or counter, set, hll; for plain objects '{\"props\":{\"allow_mult\":true}}'), then riak admin bucket-type activate NAME.",
        RiakErrorKind.TypeMismatch =>
            "The bucket type holds another data type: see riak admin bucket-type status NAME, and name a bucket type made with "
            + "riak admin bucket-type create NAME '{\"props\":{\"datatype\":\"counter\"}}' (or set, map, hll) and activated.",
        RiakErrorKind.InvalidQuorum => "A quorum can't be larger than the bucket type's n_val.",
        RiakErrorKind.InsufficientNodes => "Too few nodes are up: see riak admin member-status.",
        RiakErrorKind.Precondition => "What is to be removed isn't there; with the context of a read a removal of nothing is accepted.",
        RiakErrorKind.NotPermitted =>
            "Set TLS, user and password, and grant the permission: riak admin security grant riak_kv.get,riak_kv.put on TYPE to USER.",
        _ => null,
    };
}
