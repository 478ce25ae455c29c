using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Patroni.Partitions;

/// <summary>
/// The partition of a key: the first four bytes of the SHA-256 of its UTF-8, as an unsigned big-endian number, modulo the number of partitions. The database's
/// function <c>partition_of(key)</c> says the same; neither ever changes.
/// </summary>
public static class PartitionHash
{
    /// <summary>The partition, from 0.</summary>
    public static int Of(string key, int partitions)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfLessThan(partitions, 1);
        if (partitions == 1)
            return 0;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(hash) % (uint)partitions);
    }
}
