namespace ShellCorp.Silo.Drain.Cordons;

/// <summary>
/// Tells every silo, and asks again those that don't answer until they do or are gone. Placement is decided on the calling silo, so one that
/// doesn't know goes on placing.
/// </summary>
internal sealed class AnnouncedCordon(
    CordonBook cordons,
    CordonServiceClient silos,
    IClusterMembershipService membership,
    ILocalSiloDetails local,
    TimeProvider time,
    ILogger<AnnouncedCordon> logger) : ICordon
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly HashSet<SiloAddress> _acknowledged = [];

    public bool HasSuccessor => Others.Any(silo => !cordons.Contains(silo));

    private IEnumerable<SiloAddress> Others =>
        membership.CurrentSnapshot.Members.Values
            .Where(member => member.Status == SiloStatus.Active && !member.SiloAddress.Equals(local.SiloAddress))
            .Select(member => member.SiloAddress);

    public async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        cordons.Add(local.SiloAddress);
        while (Others.Where(silo => !_acknowledged.Contains(silo)).ToList() is { Count: > 0 } missing)
        {
            var answers = await Task.WhenAll(missing.Select(silo => TellAsync(silo, cancellationToken)));
            _acknowledged.UnionWith(missing.Where((_, i) => answers[i]));
            if (answers.Contains(false))
                await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private async Task<bool> TellAsync(SiloAddress silo, CancellationToken cancellationToken)
    {
        try
        {
            await silos.CordonAsync(silo, local.SiloAddress).WaitAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogNotAcknowledged(exception, silo);
            return false;
        }
    }
}
