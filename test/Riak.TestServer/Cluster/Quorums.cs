namespace Riak.TestServer.Cluster;

/// <summary>What a request asks of the replicas. Null: as the bucket says.</summary>
internal sealed record Quorums(uint? Any = null, uint? Primary = null, bool? Sloppy = null)
{
    public const int Replicas = 3;

    private const uint One = uint.MaxValue - 1;
    private const uint Majority = uint.MaxValue - 2;
    private const uint All = uint.MaxValue - 3;
    private const uint Default = uint.MaxValue - 4;

    /// <summary>Refuses what the replicas that are up can't do, in the server's words.</summary>
    /// <param name="primary"><c>pr</c> or <c>pw</c>.</param>
    /// <param name="up">Replicas that are up.</param>
    /// <param name="bucketAny">The bucket's <c>r</c> or <c>w</c>.</param>
    /// <param name="bucketPrimary">The bucket's <c>pr</c> or <c>pw</c>.</param>
    /// <returns>How many replicas must answer.</returns>
    public int Check(string primary, int up, uint bucketAny, uint bucketPrimary)
    {
        var any = Number(Any, bucketAny);
        var primaries = Number(Primary, bucketPrimary);
        if (any > Replicas || primaries > Replicas)
            throw new ServerErrorException($"{{n_val_violation,{Replicas}}}");
        if (primaries > up)
            throw new ServerErrorException($"{{{primary}_val_unsatisfied,{primaries},{up}}}");
        var needed = Math.Max(any, Math.Max(primaries, 1));
        if (Sloppy == false && up < needed)
            throw new ServerErrorException($"{{insufficient_vnodes,{up},need,{needed}}}");
        return needed;
    }

    private static int Number(uint? asked, uint bucket) => (asked is null or Default ? bucket : asked.Value) switch
    {
        One => 1,
        Majority => (Replicas / 2) + 1,
        All => Replicas,
        var number => (int)Math.Min(number, int.MaxValue),
    };
}
