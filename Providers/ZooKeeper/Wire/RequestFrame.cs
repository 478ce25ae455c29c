namespace ZooKeeper.Client.Wire;

internal static class RequestFrame
{
    /// <summary>A frame up to the end of its header; the xid is set when it is sent.</summary>
    internal static JuteWriter Begin(OpCode code)
    {
        var writer = new JuteWriter();
        writer.WriteInt(0);
        writer.WriteInt((int)code);
        return writer;
    }
}
