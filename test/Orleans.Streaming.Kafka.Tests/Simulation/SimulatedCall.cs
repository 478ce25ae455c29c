using System.Reflection;
using Orleans.Serialization.Invocation;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>The call by which an agent delivers a batch, as tests and benchmarks make it: its arguments, of which the handshake token is the fourth.</summary>
internal sealed class SimulatedCall(object batch, object? handshake) : IInvokable
{
    private readonly object?[] _arguments = [null, null, batch, handshake, null];

    internal KafkaSequenceToken? Handshake => (KafkaSequenceToken?)_arguments[3];

    public int GetArgumentCount() => _arguments.Length;

    public object? GetArgument(int index) => _arguments[index];

    public void SetArgument(int index, object? value) => _arguments[index] = value;

    public string GetMethodName() => "DeliverBatch";

    public string GetInterfaceName() => "Orleans.Streams.IStreamConsumerExtension";

    public string GetActivityName() => "IStreamConsumerExtension/DeliverBatch";

    public Type GetInterfaceType() => throw new NotSupportedException();

    public MethodInfo GetMethod() => throw new NotSupportedException();

    public object? GetTarget() => null;

    public void SetTarget(ITargetHolder holder) => throw new NotSupportedException();

    public ValueTask<Response> Invoke() => throw new NotSupportedException();

    public void Dispose()
    {
        // Holds nothing.
    }
}
