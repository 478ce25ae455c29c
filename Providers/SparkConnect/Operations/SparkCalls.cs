using Grpc.Core;
using Microsoft.Extensions.Logging;
using SparkConnect.Errors;
using SparkConnect.Wire;

namespace SparkConnect.Operations;

/// <summary>Calls of one client: headers, waits, and what an error of transport means. Unary calls here can all be repeated without harm.</summary>
internal sealed partial class SparkCalls(
    SparkConnectService.SparkConnectServiceClient stub, SparkRemote remote, SparkClientOptions options, ILogger logger, TimeProvider time)
{
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(10);

    public SparkConnectService.SparkConnectServiceClient Stub { get; } = stub;

    public SparkRemote Remote { get; } = remote;

    public int MaxAttempts => options.MaxAttempts;

    public TimeProvider Time { get; } = time;

    /// <param name="operationId">Named in a header as well, for what balances loads by it.</param>
    /// <param name="cancellation">Ends the call.</param>
    public CallOptions With(string? operationId, CancellationToken cancellation)
    {
        var headers = new Metadata { { "user-agent", Remote.UserAgent } };
        if (Remote.Token is { } token)
            headers.Add("authorization", $"Bearer {token}");
        foreach (var (name, value) in Remote.Headers)
            headers.Add(name, value);
        if (operationId is not null)
            headers.Add("spark-connect-operation-id", operationId);
        return new(headers, cancellationToken: cancellation);
    }

    public async Task<TResponse> AskAsync<TResponse>(string what, Func<CallOptions, AsyncUnaryCall<TResponse>> call, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AskOnceAsync(what, call, options.CallTimeout, cancellation);
            }
            catch (SparkUnavailableException e) when (attempt < MaxAttempts && e.InnerException is RpcException failure && !IsRefusal(failure))
            {
                LogRepeated(logger, what, attempt, failure.StatusCode, failure.Status.Detail);
            }

            await PauseAsync(attempt, cancellation);
        }
    }

    /// <summary>For what only spares the server work: what fails is logged.</summary>
    public async Task TryAsync<TResponse>(string what, string operationId, Func<CallOptions, AsyncUnaryCall<TResponse>> call)
    {
        try
        {
            await AskOnceAsync(what, call, options.CallTimeout < Brief ? options.CallTimeout : Brief, CancellationToken.None);
        }
        catch (SparkException e)
        {
            LogNotReleased(logger, operationId, e);
        }
    }

    public Task PauseAsync(int failures, CancellationToken cancellation)
    {
        var delay = options.RetryDelay * Math.Pow(2, Math.Min(failures - 1, 30));
        return Task.Delay(delay < options.MaxRetryDelay ? delay : options.MaxRetryDelay, Time, cancellation);
    }

    /// <summary>Whether nothing of the call can have left this machine: there was no connection to send it over.</summary>
    public static bool WasNeverSent(RpcException exception) =>
        exception.Status.DebugException is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError or HttpRequestError.UserAuthenticationError,
        };

    /// <summary>Whether it was answered without Spark, and would be again.</summary>
    public static bool IsRefusal(RpcException exception) =>
        exception.StatusCode is StatusCode.Unauthenticated or StatusCode.PermissionDenied or StatusCode.Unimplemented or StatusCode.InvalidArgument;

    /// <summary>Throws where the server has answered and asking again would bring the same.</summary>
    public static void ThrowIfAnswered(RpcException e)
    {
        if (ServerError.TryRead(e) is { } error)
            throw error.ToException(e);
        if (e.StatusCode is StatusCode.Unauthenticated or StatusCode.PermissionDenied)
            throw new SparkAuthenticationException($"Spark refused the token or the user: {e.Status.Detail}", e);
        if (IsRefusal(e))
            throw new SparkUnavailableException($"What was reached doesn't take this call of Spark Connect: {e.Status.Detail}", e);
    }

    private async Task<TResponse> AskOnceAsync<TResponse>(
        string what, Func<CallOptions, AsyncUnaryCall<TResponse>> call, TimeSpan timeout, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(timeout, Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var asked = call(With(null, either.Token));
            return await asked;
        }
        catch (RpcException e) when (!cancellation.IsCancellationRequested)
        {
            ThrowIfAnswered(e);
            throw new SparkUnavailableException($"Spark at {Remote} didn't answer {what}{(limit.IsCancellationRequested ? $" within {timeout}" : "")}: {e.Status.Detail}", e);
        }
        catch (RpcException e)
        {
            throw new OperationCanceledException($"{what} was cancelled.", e, cancellation);
        }
    }
}
