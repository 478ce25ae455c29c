using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Ingest;

namespace ShellCorp.Web.Tests.Scripted;

/// <summary>A door that answers what the script says.</summary>
public sealed class ScriptedIngest(Script script) : Grain, IIngestGrain
{
    public Task<IngestReply> IngestAsync(ImmutableArray<PlayerUpdate> updates, CancellationToken cancellationToken)
    {
        script.Check();
        foreach (var update in updates)
            script.Taken.Enqueue(update);
        return Task.FromResult(script.Reply(updates.Select(u => u.Id)));
    }

    public Task<IngestReply> IngestAsync(ImmutableArray<MatchUpdate> updates, CancellationToken cancellationToken)
    {
        script.Check();
        foreach (var update in updates)
            script.Taken.Enqueue(update);
        return Task.FromResult(script.Reply(updates.Select(u => u.Id)));
    }
}
