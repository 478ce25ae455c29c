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

    /// <summary>The offset that it went back to, if it did and has been in memory since.</summary>
    internal long? RewoundTo { get; private set; }

    /// <summary>Offsets taken or refused since it went back.</summary>
    internal HashSet<long> DoneAgain { get; } = [];

    internal void Rewind(long offset)
    {
        RewoundTo = offset;
        DoneAgain.Clear();
        Expected = KafkaSequenceToken.RewindTo(SimulatedWorld.Topic, 0, offset);
    }

    /// <summary>The grain was deactivated: the next activation knows no position.</summary>
    internal void Forget()
    {
        Expected = null;
        RewoundTo = null;
    }

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
            if (DoneAgain.Add(offset) && DoneAgain.Max() != offset && RewoundTo is not null)
                world.Fail($"offset {offset} is taken for the first time after {DoneAgain.Max()}, having gone back to {RewoundTo}");
            if (Done.Add(offset) && offset < Last)
                world.Fail($"offset {offset} is taken for the first time after {Last}");
            Last = Math.Max(Last, offset);
        }

        Expected = token;
        return null;
    }
}
