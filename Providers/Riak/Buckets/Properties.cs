using Riak.Wire;

namespace Riak.Buckets;

/// <summary>Properties to and from the wire.</summary>
internal static class Properties
{
    public static RiakBucketProperties Read(RpbBucketProps wire) => new()
    {
        NVal = wire.HasNVal ? (int)wire.NVal : null,
        AllowMult = wire.HasAllowMult ? wire.AllowMult : null,
        LastWriteWins = wire.HasLastWriteWins ? wire.LastWriteWins : null,
        R = wire.HasR ? RiakQuorum.From(wire.R) : null,
        PR = wire.HasPr ? RiakQuorum.From(wire.Pr) : null,
        W = wire.HasW ? RiakQuorum.From(wire.W) : null,
        PW = wire.HasPw ? RiakQuorum.From(wire.Pw) : null,
        DW = wire.HasDw ? RiakQuorum.From(wire.Dw) : null,
        RW = wire.HasRw ? RiakQuorum.From(wire.Rw) : null,
        BasicQuorum = wire.HasBasicQuorum ? wire.BasicQuorum : null,
        NotFoundOk = wire.HasNotfoundOk ? wire.NotfoundOk : null,
        Backend = Fields.Text(wire.HasBackend, wire.Backend),
        DataType = Fields.Text(wire.HasDatatype, wire.Datatype),
        Consistent = wire.HasConsistent ? wire.Consistent : null,
        WriteOnce = wire.HasWriteOnce ? wire.WriteOnce : null,
        HllPrecision = wire.HasHllPrecision ? (int)wire.HllPrecision : null,
    };

    public static RpbBucketProps Write(RiakBucketProperties properties)
    {
        var wire = new RpbBucketProps();
        WriteQuorums(wire, properties);
        if (properties.NVal is { } replicas)
            wire.NVal = checked((uint)replicas);
        if (properties.AllowMult is { } siblings)
            wire.AllowMult = siblings;
        if (properties.LastWriteWins is { } lastWins)
            wire.LastWriteWins = lastWins;
        if (properties.Backend is { } backend)
            wire.Backend = Fields.Utf8(backend);
        if (properties.DataType is { } dataType)
            wire.Datatype = Fields.Utf8(dataType);
        if (properties.Consistent is { } consistent)
            wire.Consistent = consistent;
        if (properties.WriteOnce is { } writeOnce)
            wire.WriteOnce = writeOnce;
        if (properties.HllPrecision is { } precision)
            wire.HllPrecision = checked((uint)precision);
        return wire;
    }

    private static void WriteQuorums(RpbBucketProps wire, RiakBucketProperties properties)
    {
        if (properties.R is { } r)
            wire.R = r.Wire;
        if (properties.PR is { } pr)
            wire.Pr = pr.Wire;
        if (properties.W is { } w)
            wire.W = w.Wire;
        if (properties.PW is { } pw)
            wire.Pw = pw.Wire;
        if (properties.DW is { } dw)
            wire.Dw = dw.Wire;
        if (properties.RW is { } rw)
            wire.Rw = rw.Wire;
        if (properties.BasicQuorum is { } basic)
            wire.BasicQuorum = basic;
        if (properties.NotFoundOk is { } notFoundOk)
            wire.NotfoundOk = notFoundOk;
    }
}
