namespace ZooKeeper.Tests.Servers;

/// <summary>The protocol's operations, as far as tests look for them.</summary>
internal enum Operation
{
    Create = 15,
    Delete = 2,
    Exists = 3,
    GetData = 4,
    SetData = 5,
    Sync = 9,
    Ping = 11,
    GetChildren = 12,
    Multi = 14,
    RemoveWatches = 18,
    Auth = 100,
    SetWatches = 101,
    SetWatches2 = 105,
    AddWatch = 106,
    CloseSession = -11,
}
