using Google.Protobuf;
using Riak.Errors;

namespace Riak.Wire;

/// <summary>Reads a frame's body as a message.</summary>
internal static class Messages
{
    public static T Parse<T>(MessageParser<T> parser, Frame frame)
        where T : IMessage<T>
    {
        try
        {
            return parser.ParseFrom(frame.Body.Span);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new RiakProtocolException($"Message {(byte)frame.Code} of {frame.Body.Length} bytes can't be read: {e.Message}", e);
        }
    }
}
