using System.Runtime.InteropServices;

namespace Kafka.Embedded.Native;

/// <summary>Copies librdkafka's array of requests.</summary>
internal static class TrackedRequests
{
    internal static TrackedRequest[] Read(nint array, int count)
    {
        var requests = new TrackedRequest[count];
        for (var i = 0; i < count; i++)
        {
            var request = Marshal.ReadIntPtr(array, i * nint.Size);
            requests[i] = new TrackedRequest(
                NativeMethods.RequestBroker(request),
                (KafkaApi)NativeMethods.RequestApi(request),
                TimeSpan.FromMicroseconds(NativeMethods.RequestMicroseconds(request)));
        }

        return requests;
    }
}
