namespace ZooKeeper.Client.Wire;

/// <summary>A request whose answer becomes a <typeparamref name="T"/>.</summary>
internal sealed class Request<T>(OpCode code, string? path, byte[] frame, ReplyDecoder<T> decode) : PendingRequest(code, path, frame)
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>An error code that is a result to the decoder, not a failure.</summary>
    internal ErrorCode Tolerated { get; init; } = ErrorCode.Ok;

    internal Task<T> Task => _completion.Task;

    internal override bool IsCompleted => _completion.Task.IsCompleted;

    internal override void Answer(ReplyHeader header, ref JuteReader body, long sessionId)
    {
        if (header.Error != ErrorCode.Ok && header.Error != Tolerated)
        {
            Fail(Errors.From(header.Error, Path, sessionId));
            return;
        }

        try
        {
            _completion.TrySetResult(decode(header.Error, ref body));
        }
        catch (ZooKeeperException failure)
        {
            Fail(failure);
        }
    }

    internal override void Fail(Exception exception) => _completion.TrySetException(exception);

    internal override void Cancel(CancellationToken cancellationToken) => _completion.TrySetCanceled(cancellationToken);
}
