namespace Orleans.Runtime.Membership;

/// <summary>
/// Where a cluster's membership is: <c>/cluster</c>, whose data version is the table's version; below it a row <c>ip:port@generation</c> for each
/// silo, whose data version is the row's; below that <c>IAmAlive</c>, which is written blindly.
/// </summary>
internal sealed class MembershipTree
{
    // The servers keep their own nodes there.
    private const string Reserved = "zookeeper";

    internal MembershipTree(string clusterId)
    {
        if (string.IsNullOrWhiteSpace(clusterId) || clusterId.Split('/') is var names && (names.Contains("") || names[0] == Reserved))
            throw new OrleansConfigurationException($"The cluster id '{clusterId}' can't be a ZooKeeper node: it must be a name, or names with slashes between them, and not begin with '{Reserved}'.");
        Root = "/" + clusterId;
    }

    internal string Root { get; }

    internal string Row(SiloAddress silo) => $"{Root}/{silo.ToParsableString()}";

    internal string Heartbeat(SiloAddress silo) => $"{Row(silo)}/IAmAlive";
}
