namespace Riak.Requests;

/// <summary>How far an attempt came. Only from <see cref="Sent"/> on may the server know of the request.</summary>
internal enum AttemptStage
{
    WaitingForPlace,
    Connecting,
    Sent,
}
