using Google.Protobuf;
using FieldType = Riak.Wire.MapField.Types.MapFieldType;

namespace Riak.TestServer.Crdts;

/// <summary>A field's identity: fields of one name and different types live side by side.</summary>
internal readonly record struct FieldKey(ByteString Name, FieldType Type) : IComparable<FieldKey>
{
    // The server sorts fields by name and then by the name of the type's module, in this order.
    private static readonly FieldType[] Order = [FieldType.Counter, FieldType.Register, FieldType.Map, FieldType.Flag, FieldType.Set];
    private static readonly string[] Modules = ["riak_dt_emcntr", "riak_dt_lwwreg", "riak_dt_map", "riak_dt_od_flag", "riak_dt_orswot"];

    public IEmbedded Bottom => Type switch
    {
        FieldType.Counter => EmbeddedCounter.Empty,
        FieldType.Set => OrSet.Empty,
        FieldType.Register => LwwRegister.Empty,
        FieldType.Flag => EnableFlag.Empty,
        _ => CrdtMap.Empty,
    };

    public int CompareTo(FieldKey other)
    {
        var byName = ByteOrder.Instance.Compare(Name, other.Name);
        return byName != 0 ? byName : Array.IndexOf(Order, Type).CompareTo(Array.IndexOf(Order, other.Type));
    }

    public string ErlangText() => $"{{<<\"{Name.ToStringUtf8()}\">>,{Modules[Array.IndexOf(Order, Type)]}}}";
}
