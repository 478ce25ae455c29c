namespace Orleans.Streaming.Kafka;

/// <summary>What silos ask each other; Orleans hands commands from 20000 to 29999 to the adapter factory.</summary>
internal enum ControlCommand
{
    /// <summary>The partitions of a silo. No argument; answers an array of <see cref="KafkaPartitionStatus"/>.</summary>
    Status = 20000,

    /// <summary>Positions that consumers hold are void: argument <see cref="ReadingEpochs"/>.</summary>
    SetEpochs = 20001,

    /// <summary>Answers the <see cref="ReadingEpochs"/> that a silo knows of.</summary>
    GetEpochs = 20002,

    /// <summary>Argument <see cref="RewindRequest"/>; answers an array of <see cref="KafkaRewound"/> for the partitions that the silo has.</summary>
    Rewind = 20003,
}
