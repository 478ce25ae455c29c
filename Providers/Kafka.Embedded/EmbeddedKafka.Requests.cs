using Confluent.Kafka;
using Kafka.Embedded.Native;

namespace Kafka.Embedded;

public sealed partial class EmbeddedKafka
{
    /// <summary>
    /// The next requests of a kind, on whatever broker, fail with these errors in this order, one each.
    /// <see cref="ErrorCode.Local_Transport"/> cuts the client's connection. Brokers that <see cref="PushResponses"/> has named for the
    /// kind don't take part.
    /// </summary>
    public void PushRequestErrors(KafkaApi api, params ReadOnlySpan<ErrorCode> errors)
        => NativeMethods.PushRequestErrors(Cluster, Known(api), (nuint)errors.Length, errors);

    /// <summary>Takes back what <see cref="PushRequestErrors"/> has pushed for a kind and no request has taken yet.</summary>
    public void ClearRequestErrors(KafkaApi api) => NativeMethods.ClearRequestErrors(Cluster, Known(api));

    /// <summary>
    /// The next requests of a kind to one broker are answered as told, in this order, one each. From then on the broker follows only
    /// what is pushed here for the kind, and nothing of <see cref="PushRequestErrors"/>.
    /// </summary>
    /// <exception cref="PlatformNotSupportedException">On Apple silicon.</exception>
    public void PushResponses(int broker, KafkaApi api, params ReadOnlySpan<BrokerResponse> responses)
    {
        ThrowIfVariadicDiffers();
        foreach (var (error, delay) in responses)
        {
            ThrowIfError(
                NativeMethods.PushResponse(Cluster, Existing(broker), Known(api), 1, error, Milliseconds.From(delay, nameof(BrokerResponse.Delay))),
                $"A response of broker {broker} to {api} could not be pushed");
        }
    }

    /// <summary>How many of <see cref="PushResponses"/> are still to be given by a broker for a kind.</summary>
    public int CountPendingResponses(int broker, KafkaApi api)
    {
        nuint count = 0;
        ThrowIfError(NativeMethods.CountResponses(Cluster, Existing(broker), Known(api), ref count), $"Pending responses of broker {broker} could not be counted");
        return (int)count;
    }

    /// <summary>Starts a new list of requests. It grows until <see cref="StopRequestTracking"/>.</summary>
    public void StartRequestTracking() => NativeMethods.StartRequestTracking(Cluster);

    /// <summary>Stops the list and returns it; <see cref="GetRequests"/> is empty from then on.</summary>
    public IReadOnlyList<TrackedRequest> StopRequestTracking()
    {
        var requests = GetRequests();
        NativeMethods.StopRequestTracking(Cluster);
        return requests;
    }

    /// <summary>The requests of all brokers since <see cref="StartRequestTracking"/>, in the order of their arrival; none when tracking is off.</summary>
    public IReadOnlyList<TrackedRequest> GetRequests()
    {
        var array = NativeMethods.GetRequests(Cluster, out var count);
        try
        {
            return TrackedRequests.Read(array, (int)count);
        }
        finally
        {
            if (array != 0)
                NativeMethods.DestroyRequests(array, count);
        }
    }

    private static KafkaApi Known(KafkaApi api)
        => Enum.IsDefined(api) ? api : throw new ArgumentOutOfRangeException(nameof(api), api, $"The mock brokers don't answer requests of kind {(short)api}.");

    // These functions take C's variable arguments, which Apple's ABI for ARM passes otherwise than others. One set of them at a time
    // fits into registers everywhere else, and is passed as if it were fixed.
    private static void ThrowIfVariadicDiffers()
    {
        if (OperatingSystem.IsMacOS() && System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64)
            throw new PlatformNotSupportedException("This fault can't be set on Apple silicon; PushRequestErrors can.");
    }
}
