using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Kafka.Embedded.Relay;

/// <summary>One client's connection to one broker: passes frames both ways and trims the Metadata responses.</summary>
internal sealed class RelayConnection(TcpClient client, IPEndPoint broker, Func<string, int?> shown)
{
    private const int LengthBytes = sizeof(int);
    private const int ApiOffset = LengthBytes;
    private const int VersionOffset = ApiOffset + sizeof(short);
    private const int RequestCorrelationOffset = VersionOffset + sizeof(short);
    private const int ResponseCorrelationOffset = LengthBytes;

    private readonly ConcurrentDictionary<int, short> _metadataVersions = new();

    /// <summary>Ends, without an error, as soon as either side or <paramref name="stop"/> ends it.</summary>
    internal async Task RunAsync(CancellationToken stop)
    {
        using (client)
            await PassAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task PassAsync(CancellationToken stop)
    {
        using var upstream = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        await upstream.ConnectAsync(broker, stop);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var requests = PassAsync(client.GetStream(), upstream.GetStream(), Remember, either.Token);
        var responses = PassAsync(upstream.GetStream(), client.GetStream(), Trim, either.Token);
        await Task.WhenAny(requests, responses);
        await either.CancelAsync();
        await Task.WhenAll(requests, responses);
    }

    private static async Task PassAsync(NetworkStream from, NetworkStream to, Func<byte[], byte[]> change, CancellationToken stop)
    {
        var length = new byte[LengthBytes];
        while (true)
        {
            await from.ReadExactlyAsync(length, stop);
            var frame = new byte[LengthBytes + BinaryPrimitives.ReadInt32BigEndian(length)];
            length.CopyTo(frame, 0);
            await from.ReadExactlyAsync(frame.AsMemory(LengthBytes), stop);
            await to.WriteAsync(change(frame), stop);
        }
    }

    private byte[] Remember(byte[] request)
    {
        if (BinaryPrimitives.ReadInt16BigEndian(request.AsSpan(ApiOffset)) == (short)KafkaApi.Metadata)
        {
            _metadataVersions[BinaryPrimitives.ReadInt32BigEndian(request.AsSpan(RequestCorrelationOffset))]
                = BinaryPrimitives.ReadInt16BigEndian(request.AsSpan(VersionOffset));
        }

        return request;
    }

    private byte[] Trim(byte[] response)
        => _metadataVersions.TryRemove(BinaryPrimitives.ReadInt32BigEndian(response.AsSpan(ResponseCorrelationOffset)), out var version)
            ? MetadataResponse.Trim(response, version, shown)
            : response;
}
