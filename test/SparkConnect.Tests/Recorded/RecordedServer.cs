using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using SparkConnect.Wire;

namespace SparkConnect.Tests.Recorded;

/// <summary>
/// Stands in for the connection: expects the recorded requests in their order, byte for byte, and answers with the recorded bytes. Interrupts and releases that
/// weren't recorded are noted and answered.
/// </summary>
internal sealed class RecordedServer(params IEnumerable<Played> expected) : HttpMessageHandler
{
    private readonly ConcurrentQueue<Played> _expected = new(expected);

    /// <summary>What came besides: the methods' names.</summary>
    public ConcurrentQueue<string> Extra { get; } = [];

    /// <summary>What was wrong with requests.</summary>
    public ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>Completes when a response that hangs is waited for.</summary>
    public TaskCompletionSource Hanging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A client of it, with the recorder's name and user.</summary>
    public SparkClient Connect(int maxAttempts = 3) => new(
        new()
        {
            Remote = "sc://spark.test:15002/;user_id=golden;user_agent=golden-client",
            RetryDelay = TimeSpan.FromMilliseconds(1),
            MaxRetryDelay = TimeSpan.FromMilliseconds(1),
            MaxAttempts = maxAttempts,
        },
        this, null, null);

    public void AssertAllCame() => Assert.True(
        _expected.IsEmpty && Faults.IsEmpty, $"{string.Join(Environment.NewLine, Faults)} Not asked for: {string.Join(", ", _expected.Select(played => played.Exchange.Name))}");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var method = request.RequestUri!.Segments[^1];
        using var body = new MemoryStream();
        await request.Content!.CopyToAsync(body, cancellationToken);
        var message = body.ToArray()[5..];
        if (_expected.TryPeek(out var next) && next.Exchange.Method == method && next.Exchange.Request.AsSpan().SequenceEqual(message) && _expected.TryDequeue(out var played))
            return Answer(Body(played), played.Exchange);
        if (method is "Interrupt" or "ReleaseExecute" && (next is null || next.Exchange.Method != method))
            return AnswerExtra(method);
        var fault = $"Expected {next?.Exchange.Name ?? "nothing more"} ({next?.Exchange.RequestDecoded.ToJsonString()}), got {method} of {Convert.ToHexString(message)}.";
        Faults.Enqueue(fault);
        throw new HttpRequestException(HttpRequestError.Unknown, fault);
    }

    private HttpResponseMessage AnswerExtra(string method)
    {
        Extra.Enqueue(method);
        var empty = method == "Interrupt" ? new InterruptResponse().ToByteArray() : new ReleaseExecuteResponse().ToByteArray();
        return Answer(new PlayedStream([empty], null, hangs: false, Hanging), null);
    }

    private PlayedStream Body(Played played)
    {
        var count = played.BreaksAfter ?? played.HangsAfter ?? played.Exchange.Responses.Count;
        return new(played.Exchange.Responses.Take(count), played.BreaksAfter is null ? null : new IOException("The connection broke."), played.HangsAfter is not null, Hanging);
    }

    private static HttpResponseMessage Answer(PlayedStream body, Exchange? exchange)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Version = HttpVersion.Version20, Content = new StreamContent(body) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        response.TrailingHeaders.TryAddWithoutValidation("grpc-status", $"{exchange?.Status ?? 0}");
        if (exchange?.Message.Length > 0)
            response.TrailingHeaders.TryAddWithoutValidation("grpc-message", Uri.EscapeDataString(exchange.Message));
        if (exchange?.Details is { } details)
            response.TrailingHeaders.TryAddWithoutValidation("grpc-status-details-bin", Convert.ToBase64String(details).TrimEnd('='));
        return response;
    }
}
