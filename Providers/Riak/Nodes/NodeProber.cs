using Microsoft.Extensions.Logging;
using Riak.Errors;
using Riak.Wire;

namespace Riak.Nodes;

/// <summary>Tries the nodes that are down by a ping on a new connection, and closes connections that nobody uses.</summary>
internal sealed partial class NodeProber : IAsyncDisposable
{
    private readonly IReadOnlyList<RiakNode> _nodes;
    private readonly RiakClientOptions _options;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _running;

    public NodeProber(IReadOnlyList<RiakNode> nodes, RiakClientOptions options, ILogger logger, TimeProvider time)
    {
        (_nodes, _options, _logger, _time) = (nodes, options, logger, time);
        _running = RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(_options.ProbeInterval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
                await LookAsync();
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            LogProbingStopped();
        }
    }

    private async Task LookAsync()
    {
        foreach (var node in _nodes)
            node.Pool.CloseExpired();
        await Task.WhenAll(_nodes.Where(node => !node.IsUp).Select(ProbeAsync));
    }

    private async Task ProbeAsync(RiakNode node)
    {
        RiakConnection? connection = null;
        try
        {
            connection = await node.Pool.OpenAsync(_stopping.Token);
            await PingAsync(connection);
            node.Pool.Keep(connection, reusable: true);
            connection = null;
            node.Succeeded();
        }
        catch (Exception e)
        {
            LogProbeFailed(e, node.Endpoint);
        }
        finally
        {
            connection?.Dispose();
        }
    }

    private async Task PingAsync(RiakConnection connection)
    {
        using var timeout = new CancellationTokenSource(_options.ReadAttemptTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, timeout.Token);
        var answer = await connection.ExchangeAsync(MessageCode.PingRequest, null, either.Token);
        if (answer.Code != MessageCode.PingResponse)
            throw new RiakProtocolException($"{connection.Endpoint} answered a ping with message {(byte)answer.Code}.");
    }
}
