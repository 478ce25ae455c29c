using System.Collections.Immutable;
using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client;

/// <summary>A list of operations and their results on the wire: each behind a header, closed by a header that says done.</summary>
internal sealed class MultiRequest(IReadOnlyList<ZooKeeperOperation> operations, string chroot)
{
    internal void Write(JuteWriter writer)
    {
        foreach (var operation in operations)
        {
            WriteHeader(writer, operation.OpCode, done: false);
            operation.Write(writer, chroot);
        }

        WriteHeader(writer, OpCode.Error, done: true);
    }

    /// <exception cref="ZooKeeperException">An operation failed, and so none took effect.</exception>
    internal ImmutableArray<OperationResult> Read(ref JuteReader reader)
    {
        var results = ImmutableArray.CreateBuilder<OperationResult>(operations.Count);
        ZooKeeperException? failure = null;
        for (var index = 0; ReadHeader(ref reader) is { } code; index++)
        {
            if (index == operations.Count)
                throw new ZooKeeperProtocolException($"The server's reply has more results than the {index} operations of the multi.");
            if (code == OpCode.Error)
                failure ??= Failure((ErrorCode)reader.ReadInt(), index);
            else
                results.Add(ReadResult(ref reader, code, operations[index].Path));
        }

        if (failure is not null)
            throw failure;
        return results.Count == operations.Count
            ? results.MoveToImmutable()
            : throw new ZooKeeperProtocolException($"The server's reply has {results.Count} results for the {operations.Count} operations of the multi.");
    }

    // Operations before the failed one carry Ok, those after it RuntimeInconsistency.
    private ZooKeeperException? Failure(ErrorCode code, int index)
    {
        if (code == ErrorCode.Ok)
            return null;
        var failure = Errors.From(code, operations[index].Path, sessionId: 0);
        failure.OperationIndex = index;
        return failure;
    }

    private OperationResult ReadResult(ref JuteReader reader, OpCode code, string path) => code switch
    {
        OpCode.Create => new(NodePath.Strip(chroot, reader.ReadString()), null),
        OpCode.Create2 or OpCode.CreateContainer => new(NodePath.Strip(chroot, reader.ReadString()), NodeStat.Read(ref reader)),
        OpCode.SetData => new(path, NodeStat.Read(ref reader)),
        OpCode.Delete or OpCode.Check => new(path, null),
        _ => throw new ZooKeeperProtocolException($"The server's reply to a multi has a result of type {(int)code}."),
    };

    private static void WriteHeader(JuteWriter writer, OpCode code, bool done)
    {
        writer.WriteInt((int)code);
        writer.WriteBool(done);
        writer.WriteInt(-1);
    }

    private static OpCode? ReadHeader(ref JuteReader reader)
    {
        var code = (OpCode)reader.ReadInt();
        var done = reader.ReadBool();
        reader.ReadInt();
        return done ? null : code;
    }
}
