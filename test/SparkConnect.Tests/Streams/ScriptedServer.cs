using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using SparkConnect.Tests.Recorded;
using SparkConnect.Wire;
using RpcStatus = SparkConnect.Wire.Status;

namespace SparkConnect.Tests.Streams;

/// <summary>Stands in for the connection: answers calls in turn, whatever they are, and notes their methods and operations.</summary>
internal sealed class ScriptedServer(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<HttpResponseMessage>> _answers = new(answers);

    public ConcurrentQueue<string> Methods { get; } = [];

    public ConcurrentQueue<HttpRequestMessage> Requests { get; } = [];

    public TaskCompletionSource Hanging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SparkClient Connect(string parameters = "", TimeProvider? time = null) => new(
        new()
        {
            Remote = $"sc://127.0.0.1:15002/;user_id=tester{parameters}",
            RetryDelay = TimeSpan.FromMilliseconds(1),
            MaxRetryDelay = TimeSpan.FromMilliseconds(1),
            MaxAttempts = 4,
        },
        this, null, time);

    public static HttpResponseMessage Answer(params IMessage[] messages) => Message(new PlayedStream(messages.Select(MessageExtensions.ToByteArray), null, hangs: false, new()), 0, "", null);

    public static HttpResponseMessage Break(params IMessage[] messages) =>
        Message(new PlayedStream(messages.Select(MessageExtensions.ToByteArray), new IOException("The connection broke."), hangs: false, new()), 0, "", null);

    public HttpResponseMessage Hang() => Message(new PlayedStream([], null, hangs: true, Hanging), 0, "", null);

    /// <summary>An error of Spark's.</summary>
    public static HttpResponseMessage Error(string message, params (string Key, string Value)[] metadata)
    {
        var info = new ErrorInfo { Reason = "org.apache.spark.SparkSQLException", Domain = "org.apache.spark" };
        foreach (var (key, value) in metadata)
            info.Metadata.Add(key, value);
        return Message(new PlayedStream([], null, hangs: false, new()), 13, message, new RpcStatus { Code = 13, Message = message, Details = { Any.Pack(info) } }.ToByteArray());
    }

    /// <summary>An error of something in between.</summary>
    public static HttpResponseMessage Status(int status) => Message(new PlayedStream([], null, hangs: false, new()), status, "from the way", null);

    public static HttpResponseMessage Refuse() => throw new HttpRequestException(HttpRequestError.ConnectionError, "Nobody listens.");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Methods.Enqueue(request.RequestUri!.Segments[^1]);
        Requests.Enqueue(request);
        using var body = new MemoryStream();
        await request.Content!.CopyToAsync(body, cancellationToken);
        return _answers.TryDequeue(out var answer) ? answer() : throw new HttpRequestException(HttpRequestError.Unknown, "The script is at its end.");
    }

    private static HttpResponseMessage Message(PlayedStream body, int status, string message, byte[]? details)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Version = HttpVersion.Version20, Content = new StreamContent(body) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        response.TrailingHeaders.TryAddWithoutValidation("grpc-status", $"{status}");
        response.TrailingHeaders.TryAddWithoutValidation("grpc-message", Uri.EscapeDataString(message));
        if (details is not null)
            response.TrailingHeaders.TryAddWithoutValidation("grpc-status-details-bin", Convert.ToBase64String(details));
        return response;
    }
}
