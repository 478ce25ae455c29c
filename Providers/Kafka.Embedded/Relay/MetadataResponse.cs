using System.Buffers;
using System.Buffers.Binary;

namespace Kafka.Embedded.Relay;

/// <summary>Takes partitions out of a Metadata response, as its schema of the versions 9 to 12 lays it out.</summary>
internal static class MetadataResponse
{
    internal const short OldestVersion = 9;
    internal const short NewestVersion = 12;

    private const int TopicIdSince = 10;
    private const int TopicIdBytes = 16;
    private const int LengthBytes = sizeof(int);

    /// <summary>Leaves each topic the partitions below the number that is shown of it, or all of them when that is null.</summary>
    /// <param name="frame">The whole response with its length in front.</param>
    /// <param name="version">Of the request.</param>
    /// <param name="shown">By name of topic.</param>
    internal static byte[] Trim(ReadOnlySpan<byte> frame, short version, Func<string, int?> shown)
    {
        var reader = new CompactReader(frame);
        var trimmed = new ArrayBufferWriter<byte>(frame.Length);
        SkipToTopics(ref reader);
        var copied = 0;
        for (var topics = reader.ReadCount(); topics > 0; topics--)
        {
            var name = ReadNameOfTopic(ref reader, version);
            trimmed.Write(frame[copied..reader.Position]);
            copied = WritePartitions(ref reader, frame, trimmed, shown(name));
            reader.Skip(sizeof(int));
            reader.SkipTags();
        }

        trimmed.Write(frame[copied..]);
        var result = trimmed.WrittenSpan.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(result, result.Length - LengthBytes);
        return result;
    }

    private static void SkipToTopics(ref CompactReader reader)
    {
        const int correlation = sizeof(int);
        const int throttle = sizeof(int);
        reader.Skip(LengthBytes + correlation);
        reader.SkipTags();
        reader.Skip(throttle);
        for (var brokers = reader.ReadCount(); brokers > 0; brokers--)
        {
            const int id = sizeof(int);
            const int port = sizeof(int);
            reader.Skip(id);
            reader.SkipString();
            reader.Skip(port);
            reader.SkipString();
            reader.SkipTags();
        }

        const int controller = sizeof(int);
        reader.SkipString();
        reader.Skip(controller);
    }

    private static string ReadNameOfTopic(ref CompactReader reader, short version)
    {
        const int error = sizeof(short);
        const int isInternal = sizeof(bool);
        reader.Skip(error);
        var name = reader.ReadString();
        reader.Skip((version >= TopicIdSince ? TopicIdBytes : 0) + isInternal);
        return name;
    }

    // Returns how far the frame is dealt with.
    private static int WritePartitions(ref CompactReader reader, ReadOnlySpan<byte> frame, ArrayBufferWriter<byte> trimmed, int? shown)
    {
        var count = reader.ReadCount();
        var left = Math.Min(count, shown ?? count);
        WriteVarint(trimmed, left + 1);
        for (var partition = 0; partition < count; partition++)
        {
            var start = reader.Position;
            if (SkipPartition(ref reader) < left)
                trimmed.Write(frame[start..reader.Position]);
        }

        return reader.Position;
    }

    // Returns its number.
    private static int SkipPartition(ref CompactReader reader)
    {
        const int error = sizeof(short);
        const int leaderAndEpoch = 2 * sizeof(int);
        reader.Skip(error);
        var number = reader.ReadInt32();
        reader.Skip(leaderAndEpoch);
        reader.SkipInt32Array();
        reader.SkipInt32Array();
        reader.SkipInt32Array();
        reader.SkipTags();
        return number;
    }

    private static void WriteVarint(ArrayBufferWriter<byte> writer, int value)
    {
        for (; value >= 0x80; value >>= 7)
            writer.Write([(byte)(value | 0x80)]);
        writer.Write([(byte)value]);
    }
}
