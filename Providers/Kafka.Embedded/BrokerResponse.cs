using Confluent.Kafka;

namespace Kafka.Embedded;

/// <summary>What a broker does with one request to come.</summary>
/// <param name="Error">The error to answer; <see cref="ErrorCode.NoError"/> to carry the request out, and
/// <see cref="ErrorCode.Local_Transport"/> to cut the client's connection.</param>
/// <param name="Delay">How long the answer is held back, from zero to 30 minutes. The request takes its effect at once, so that a client
/// that gives up waiting is left with an unknown outcome.</param>
public readonly record struct BrokerResponse(ErrorCode Error, TimeSpan Delay = default);
