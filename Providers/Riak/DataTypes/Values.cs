using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Riak.Wire;
using FieldType = Riak.Wire.MapField.Types.MapFieldType;

namespace Riak.DataTypes;

/// <summary>Values of data types from the wire.</summary>
internal static class Values
{
    public static RiakSet Set(RepeatedField<ByteString> members, RiakClock? context) => new([.. members.Select(member => member.Memory)], context);

    public static RiakMap Map(RepeatedField<MapEntry> entries, RiakClock? context) => new()
    {
        Counters = Of(entries, FieldType.Counter, entry => entry.CounterValue),
        Sets = Of(entries, FieldType.Set, entry => Set(entry.SetValue, null)),
        Registers = Of(entries, FieldType.Register, entry => entry.RegisterValue.Memory),
        Flags = Of(entries, FieldType.Flag, entry => entry.FlagValue),
        Maps = Of(entries, FieldType.Map, entry => Map(entry.MapValue, null)),
        Context = context,
    };

    private static ImmutableDictionary<string, T> Of<T>(RepeatedField<MapEntry> entries, FieldType type, Func<MapEntry, T> value) =>
        entries.Where(entry => entry.Field.Type == type).ToImmutableDictionary(entry => entry.Field.Name.ToStringUtf8(), value);
}
