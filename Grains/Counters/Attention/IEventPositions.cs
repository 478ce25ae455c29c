using Orleans.Streams;

namespace ShellCorp.Grains.Counters.Attention;

/// <summary>Reads from a stream's token where an event stands in the log.</summary>
public interface IEventPositions
{
    /// <summary>The partition and the place in it, which grows; null where the token doesn't tell.</summary>
    (string Partition, long Offset)? Find(StreamSequenceToken? token);
}
