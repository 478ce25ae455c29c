using System.Collections.Concurrent;
using SparkConnect.TestServer.Faults;
using SparkConnect.TestServer.Statements;

namespace SparkConnect.TestServer.Protocol;

/// <summary>What a server knows.</summary>
internal sealed class Server
{
    private ConcurrentDictionary<(string User, Guid Session), Session> _sessions = new();

    public FaultPlan Faults { get; } = new();

    public OperationTable Operations { get; } = new();

    public ConcurrentQueue<string> Statements { get; } = [];

    public Session Session(string user, string id) => Guid.TryParse(id, out var session)
        ? _sessions.GetOrAdd((user, session), _ => new Session())
        : throw new InvalidOperationException($"Session {id} is no UUID.");

    public void Restart()
    {
        _sessions = new();
        Operations.Forget();
    }
}
