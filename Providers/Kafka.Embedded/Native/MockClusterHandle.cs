using System.Runtime.InteropServices;
using Confluent.Kafka;

namespace Kafka.Embedded.Native;

/// <summary>
/// Owns a mock cluster and holds a reference on its host client, which is thereby released after it in every case: disposal,
/// disposal during a call on another thread, and finalization in whatever order.
/// </summary>
internal sealed class MockClusterHandle : SafeHandle
{
    private readonly HostClientHandle _host;

    private MockClusterHandle(HostClientHandle host)
        : base(0, ownsHandle: true)
        => _host = host;

    public override bool IsInvalid => handle == 0;

    internal static MockClusterHandle Create(int brokers)
    {
        // Disposed at once: what keeps it is the cluster's reference.
        using var host = HostClientHandle.Create();
        var cluster = new MockClusterHandle(host);
        var counted = false;
        host.DangerousAddRef(ref counted);
        cluster.SetHandle(NativeMethods.NewCluster(host, brokers));
        if (!cluster.IsInvalid)
            return cluster;

        host.DangerousRelease();
        cluster.Dispose();
        throw new KafkaException(new Error(
            ErrorCode.Local_Fail,
            $"librdkafka could not start a mock cluster of {brokers} broker(s) on the loopback address; its log on standard error tells why."));
    }

    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyCluster(handle);
        _host.DangerousRelease();
        return true;
    }
}
