using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using ZooKeeper.Client;

namespace Orleans.Runtime.Membership;

/// <summary>A session that those of a process share who want the same one: silos and clients in one process cost ZooKeeper one connection.</summary>
internal sealed class SharedSession
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<SessionSettings, SharedSession> All = [];

    private readonly SessionSettings _settings;
    private int _holders;

    [SuppressMessage("Reliability", "CA2000", Justification = "The last one to give the session back disposes the client.")]
    private SharedSession(SessionSettings settings, ILogger logger) => (_settings, Client) = (settings, new(settings.ToOptions(), logger));

    internal ZooKeeperClient Client { get; }

    /// <summary>The session, made if nobody has it. To be given back.</summary>
    internal static SharedSession Rent(SessionSettings settings, ILogger logger)
    {
        lock (Gate)
        {
            if (!All.TryGetValue(settings, out var session))
                All.Add(settings, session = new(settings, logger));
            session._holders++;
            return session;
        }
    }

    /// <summary>Closes the session if nobody else has it.</summary>
    internal ValueTask GiveBackAsync()
    {
        lock (Gate)
        {
            if (--_holders > 0)
                return ValueTask.CompletedTask;
            All.Remove(_settings);
        }

        return Client.DisposeAsync();
    }
}
