namespace ShellCorp.Registry;

/// <summary>Which shard of the player registry holds a player.</summary>
public static class PlayerShards
{
    /// <summary>The number of shards; changing it orphans what is stored.</summary>
    public const int Count = 32;

    /// <summary>The shard of a player.</summary>
    public static int Of(PlayerId player) => (int)((ulong)player.Value % Count);
}
