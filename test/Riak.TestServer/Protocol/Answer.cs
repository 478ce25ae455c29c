using Google.Protobuf;
using Riak.Wire;

namespace Riak.TestServer.Protocol;

/// <summary>What is sent back. No code: nothing is, and the connection is closed.</summary>
internal sealed record Answer(MessageCode? Code, IMessage? Message = null, bool Closes = false)
{
    public static Answer Hangup { get; } = new(null, Closes: true);

    public static Answer Error(string text, bool closes = false) =>
        new(MessageCode.ErrorResponse, new RpbErrorResp { Errmsg = ByteString.CopyFromUtf8(text), Errcode = 0 }, closes);
}
