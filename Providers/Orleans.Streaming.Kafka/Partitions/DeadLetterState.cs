namespace Orleans.Streaming.Kafka;

/// <summary>How far a refused record has come.</summary>
internal enum DeadLetterState
{
    /// <summary>Not refused.</summary>
    None,

    /// <summary>Refused; the dead-letter topic has not acknowledged it yet, so it isn't finished.</summary>
    Pending,

    /// <summary>The dead-letter topic has acknowledged it.</summary>
    Acknowledged,
}
