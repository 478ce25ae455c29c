using Google.Protobuf;
using Riak.Wire;

namespace Riak.Requests;

/// <summary>What is sent and how the answer is read. A write is sent once at most; a read may be repeated.</summary>
internal sealed record RiakRequest<T>(
    string Operation, MessageCode Code, IMessage? Message, MessageCode Answer, Func<Frame, T> Read, bool IsWrite);
