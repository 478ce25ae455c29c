namespace Orleans.Streaming.Kafka;

/// <summary>This silo's membership of one provider's consumer group. Registered for each provider.</summary>
public interface IKafkaGroupMember
{
    /// <summary>The provider's name.</summary>
    string Provider { get; }

    /// <summary>
    /// Gives every partition up and leaves the group for good: deliveries under way end, what they finished is committed, and others go on from
    /// there. For a silo that is about to stop and still serves; stopping the silo does the same.
    /// </summary>
    /// <param name="cancellationToken">Once it is cancelled, deliveries under way are no longer waited for; others deliver them again.</param>
    Task LeaveAsync(CancellationToken cancellationToken = default);
}
