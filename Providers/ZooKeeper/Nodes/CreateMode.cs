namespace ZooKeeper.Client;

/// <summary>What kind of node to create; the values are the protocol's flags.</summary>
public enum CreateMode
{
    /// <summary>Stays until it is deleted.</summary>
    Persistent = 0,

    /// <summary>Goes with the session.</summary>
    Ephemeral = 1,

    /// <summary>Persistent, its name ended by ten digits that grow with each child of the parent.</summary>
    PersistentSequential = 2,

    /// <summary>Ephemeral, its name ended by ten digits that grow with each child of the parent.</summary>
    EphemeralSequential = 3,

    /// <summary>The server deletes it some time after its last child is gone. Servers from 3.5.3 on.</summary>
    Container = 4,

    /// <summary>
    /// Persistent, but deleted by the server when it has no children and was not changed for its time to live. Servers from 3.5.3 on that
    /// run with <c>zookeeper.extendedTypesEnabled</c>.
    /// </summary>
    PersistentWithTimeToLive = 5,

    /// <summary>Like <see cref="PersistentWithTimeToLive"/>, with a sequential name.</summary>
    PersistentSequentialWithTimeToLive = 6,
}
