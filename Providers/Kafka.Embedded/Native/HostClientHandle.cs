using System.Runtime.InteropServices;
using System.Text;
using Confluent.Kafka;

namespace Kafka.Embedded.Native;

/// <summary>
/// The client that the mock cluster keeps its books in. It connects to nothing and must outlive the cluster: librdkafka aborts
/// the process when it is destroyed first.
/// </summary>
internal sealed class HostClientHandle : SafeHandle
{
    private const int ErrorTextSize = 512;

    private HostClientHandle(nint client)
        : base(0, ownsHandle: true)
        => SetHandle(client);

    public override bool IsInvalid => handle == 0;

    internal static HostClientHandle Create()
    {
        var configuration = NativeMethods.NewConfiguration();
        Span<byte> error = stackalloc byte[ErrorTextSize];
        if (NativeMethods.SetConfiguration(configuration, "client.id", "embedded-kafka", error, ErrorTextSize) == 0
            // Warnings and worse: it is a notice of every start that this client has no bootstrap servers.
            && NativeMethods.SetConfiguration(configuration, "log_level", "4", error, ErrorTextSize) == 0
            && NativeMethods.NewClient(NativeMethods.Producer, configuration, error, ErrorTextSize) is var client and not 0)
            return new HostClientHandle(client);

        NativeMethods.DestroyConfiguration(configuration);
        throw new KafkaException(new Error(ErrorCode.Local_Fail, $"The embedded Kafka's host client could not be made: {Text(error)}"));
    }

    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyClient(handle);
        return true;
    }

    private static string Text(ReadOnlySpan<byte> error)
        => Encoding.UTF8.GetString(error[..Math.Max(0, error.IndexOf((byte)0))]);
}
