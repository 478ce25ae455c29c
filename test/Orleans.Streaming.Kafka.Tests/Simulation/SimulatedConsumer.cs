namespace Orleans.Streaming.Kafka.Tests;

/// <summary>
/// A rewindable subscription as Orleans's handle has it: it keeps the token of the last batch that it took, and answers a delivery whose
/// handshake is not that token, or whose batch is that token's, with the token instead of taking the batch.
/// </summary>
internal sealed class SimulatedConsumer(SimulatedWorld world)
{
    internal KafkaSequenceToken? Expected { get; private set; }

    /// <summary>Offsets taken or refused at least once.</summary>
    internal HashSet<long> Done { get; } = [];

    /// <summary>The highest offset taken: what is taken for the first time must come after it.</summary>
    internal long Last { get; private set; } = -1;

    /// <summary>The grain was deactivated: the next activation knows no position.</summary>
    internal void Forget() => Expected = null;

    /// <returns>Null if the batch is taken, else where the consumer stands.</returns>
    internal KafkaSequenceToken? Deliver(KafkaBatchContainer batch, KafkaSequenceToken? handshake)
    {
        var token = (KafkaSequenceToken)batch.SequenceToken;
        if (Expected is not null && (!Expected.Equals(handshake) || Expected.Equals(token)))
            return Expected;
        var poison = batch.Offsets.FirstOrDefault(offset => world.IsPoison(offset), -1);
        if (poison >= 0)
            throw new RecordRefusedException($"{poison} is poison");
        foreach (var offset in batch.Offsets)
        {
            if (Done.Add(offset) && offset < Last)
                world.Fail($"offset {offset} is taken for the first time after {Last}");
            Last = Math.Max(Last, offset);
        }

        Expected = token;
        return null;
    }
}
