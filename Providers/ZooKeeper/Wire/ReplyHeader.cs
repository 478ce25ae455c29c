namespace ZooKeeper.Client.Wire;

internal readonly record struct ReplyHeader(int Xid, long Zxid, ErrorCode Error)
{
    internal const int Size = 16;

    internal static ReplyHeader Read(ref JuteReader reader) => new(reader.ReadInt(), reader.ReadLong(), (ErrorCode)reader.ReadInt());
}
