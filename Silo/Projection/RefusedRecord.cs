using Confluent.Kafka;

namespace ShellCorp.Silo.Projection;

/// <summary>A record that can't be read, and why.</summary>
internal sealed record RefusedRecord(ConsumeResult<byte[]?, byte[]?> Record, Exception Reason);
