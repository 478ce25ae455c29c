namespace Orleans.Streaming.Kafka;

/// <summary>What became of a batch that a cursor handed out.</summary>
internal enum DeliveryOutcome
{
    /// <summary>Nobody has tried to deliver it: the consumer said that it has it already, or a stream filter left it out.</summary>
    NotTried,

    /// <summary>The call to the consumer is under way.</summary>
    UnderWay,

    /// <summary>The consumer has taken it.</summary>
    Accepted,

    /// <summary>The consumer wants to go on from another place; the agent makes a new cursor there.</summary>
    Repositioned,

    /// <summary>The call failed, or was not made since the partition is being given up.</summary>
    Failed,
}
