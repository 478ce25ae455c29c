using System.Net.Sockets;

namespace Riak.TestServer.Proxy;

/// <summary>One client's connection and its own to the node.</summary>
internal sealed class ProxyConnection(FaultProxy proxy, Socket client)
{
    private const byte StartTls = 255;

    private volatile Socket? _node;
    private volatile bool _closed;

    public void Close()
    {
        _closed = true;
        client.Dispose();
        _node?.Dispose();
    }

    public async Task ServeAsync()
    {
        try
        {
            using var node = await proxy.ConnectAsync();
            _node = node;
            if (_closed)
                return;
            await using var toClient = new NetworkStream(client);
            await using var toNode = new NetworkStream(node);
            while (await toClient.ReadFrameAsync() is { } frame && await PassAsync(frame, toClient, toNode))
            {
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // Either side went away, the node perhaps never was there: the client sees its connection closed.
            return;
        }
    }

    private async Task<bool> PassAsync(byte[] frame, NetworkStream toClient, NetworkStream toNode)
    {
        var (_, fault) = proxy.Next(FrameStream.Code(frame));
        switch (fault.Kind)
        {
            case FaultKind.DropRequest:
                return false;
            case FaultKind.CutRequest:
                await toNode.WriteAsync(frame.AsMemory(0, frame.Length / 2));
                return false;
            case FaultKind.Hold:
                proxy.Hold(frame, fault.After);
                return false;
            case FaultKind.Delay:
                await fault.Until;
                break;
        }

        await toNode.WriteAsync(frame);
        return await toNode.ReadFrameAsync() is { } answer && await AnswerAsync(fault.Kind, frame, answer, toClient, toNode);
    }

    private async Task<bool> AnswerAsync(FaultKind fault, byte[] frame, byte[] answer, NetworkStream toClient, NetworkStream toNode)
    {
        switch (fault)
        {
            case FaultKind.DropAnswer:
                return false;
            case FaultKind.SwallowAnswer:
                return true;
            case FaultKind.CutAnswer:
                await toClient.WriteAsync(answer.AsMemory(0, answer.Length / 2));
                return false;
        }

        await proxy.AnsweredAsync();
        await toClient.WriteAsync(answer);
        if (FrameStream.Code(frame) != StartTls || FrameStream.Code(answer) != StartTls)
            return true;
        await Task.WhenAny(toClient.CopyToAsync(toNode), toNode.CopyToAsync(toClient));
        return false;
    }
}
