namespace Orleans.Streaming.Kafka;

/// <summary>The hash by which Kafka's Java clients, and librdkafka's <c>murmur2</c> partitioners, choose a key's partition.</summary>
internal static class Murmur2
{
    private const uint Seed = 0x9747b28c;
    private const uint Multiplier = 0x5bd1e995;
    private const int Rotation = 24;

    internal static int PartitionOf(ReadOnlySpan<byte> key, int partitions) => (int)((Hash(key) & 0x7fffffff) % (uint)partitions);

    private static uint Hash(ReadOnlySpan<byte> data)
    {
        var hash = Seed ^ (uint)data.Length;
        for (; data.Length >= 4; data = data[4..])
        {
            var word = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(data) * Multiplier;
            word = (word ^ (word >> Rotation)) * Multiplier;
            hash = (hash * Multiplier) ^ word;
        }

        if (data.Length > 0)
        {
            for (var i = data.Length - 1; i >= 0; i--)
                hash ^= (uint)data[i] << (8 * i);
            hash *= Multiplier;
        }

        hash = (hash ^ (hash >> 13)) * Multiplier;
        return hash ^ (hash >> 15);
    }
}
