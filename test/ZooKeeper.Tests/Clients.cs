using System.Text;

namespace ZooKeeper.Client.Tests;

internal static class Clients
{
    /// <summary>Shorter sessions than these may expire on a machine that is busy with other tests.</summary>
    internal static readonly TimeSpan SessionTimeout = TimeSpan.FromSeconds(30);

    internal static ZooKeeperClient To(string connectionString, Func<ZooKeeperOptions, ZooKeeperOptions>? change = null)
    {
        var options = new ZooKeeperOptions { ConnectionString = connectionString, SessionTimeout = SessionTimeout };
        return new(change?.Invoke(options) ?? options);
    }

    /// <summary>A client whose chroot is there.</summary>
    internal static async Task<ZooKeeperClient> InAsync(string connectionString, Func<ZooKeeperOptions, ZooKeeperOptions>? change = null)
    {
        var client = To(connectionString, change);
        await client.EnsurePathAsync("/");
        return client;
    }

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    internal static string Text(ReadOnlyMemory<byte> data) => Encoding.UTF8.GetString(data.Span);
}
