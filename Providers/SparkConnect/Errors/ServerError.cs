using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Grpc.Core;
using SparkConnect.Wire;
using RpcStatus = SparkConnect.Wire.Status;

namespace SparkConnect.Errors;

/// <summary>An error of Spark's own, read out of a call's status and trailers.</summary>
internal sealed partial record ServerError(string Message, string? ErrorClass, string ExceptionClass, IReadOnlyList<string> ExceptionClasses)
{
    private const string Details = "grpc-status-details-bin";
    private const string Domain = "org.apache.spark";

    public string? SqlState { get; private init; }

    public IReadOnlyDictionary<string, string> MessageParameters { get; private init; } = ReadOnlyDictionary<string, string>.Empty;

    public string? StackTrace { get; private init; }

    public bool IsSessionLost => ErrorClass?.StartsWith("INVALID_HANDLE.SESSION_", StringComparison.Ordinal) == true;

    public bool IsAboutHandle => ErrorClass?.StartsWith("INVALID_HANDLE.", StringComparison.Ordinal) == true;

    /// <summary>
    /// Whether it tells of the operation's handle or stream, or of a cancellation, and so not how a command ended: a task that was writing goes on and commits.
    /// </summary>
    public bool LeavesEndOpen => ErrorClass == ErrorClasses.OperationCanceled
        || IsAboutHandle
        || ErrorClass?.StartsWith("INVALID_CURSOR.", StringComparison.Ordinal) == true;

    /// <summary>Null: it isn't Spark that answered, but the transport or something in between.</summary>
    public static ServerError? TryRead(RpcException exception)
    {
        var entry = exception.Trailers.FirstOrDefault(trailer => trailer.Key == Details);
        return entry is null || ReadDetails(entry.ValueBytes) is not { } info ? null : Read(exception.Status.Detail, info);
    }

    public SparkServerException ToException(Exception inner) => IsSessionLost ? new SparkSessionLostException(this, inner) : new SparkServerException(this, inner);

    private static ErrorInfo? ReadDetails(byte[] details)
    {
        try
        {
            return RpcStatus.Parser.ParseFrom(details).Details
                .Where(detail => detail.Is(ErrorInfo.Descriptor))
                .Select(detail => detail.Unpack<ErrorInfo>())
                .FirstOrDefault(info => info.Domain == Domain);
        }
        catch (InvalidProtocolBufferException)
        {
            // Somebody else's details: then the error isn't Spark's either.
            return null;
        }
    }

    private static ServerError Read(string message, ErrorInfo info)
    {
        var metadata = info.Metadata;
        return new(message.Trim(), metadata.GetValueOrDefault("errorClass") ?? ClassOf(message), info.Reason, Json<string[]>(metadata.GetValueOrDefault("classes")) ?? [])
        {
            SqlState = metadata.GetValueOrDefault("sqlState"),
            MessageParameters = Json<Dictionary<string, string>>(metadata.GetValueOrDefault("messageParameters")) ?? [],
            StackTrace = metadata.GetValueOrDefault("stackTrace"),
        };
    }

    private static string? ClassOf(string message) => LeadingClass().Match(message) is { Success: true } match ? match.Groups[1].Value : null;

    private static T? Json<T>(string? text)
        where T : class
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<T>(text);
        }
        catch (JsonException)
        {
            // The server cuts long metadata off; what is left of it tells less than the message.
            return null;
        }
    }

    [GeneratedRegex(@"^\s*\[([A-Z0-9_]+(?:\.[A-Z0-9_]+)*)\]")]
    private static partial Regex LeadingClass();
}
