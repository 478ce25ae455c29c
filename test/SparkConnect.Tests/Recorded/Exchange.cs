using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using SparkConnect.Wire;

namespace SparkConnect.Tests.Recorded;

/// <summary>One recorded call: its request, its responses, its end.</summary>
internal sealed class Exchange(JsonElement entry)
{
    public string Name { get; } = entry.GetProperty("name").GetString()!;

    public string Method { get; } = entry.GetProperty("grpc_method").GetString()!.Split('/')[^1];

    public byte[] Request { get; } = Convert.FromHexString(entry.GetProperty("request_hex").GetString()!);

    public JsonNode RequestDecoded { get; } = JsonNode.Parse(entry.GetProperty("request_decoded").GetRawText())!;

    public IReadOnlyList<byte[]> Responses { get; } = [.. entry.GetProperty("responses").EnumerateArray().Select(response => Convert.FromHexString(response.GetProperty("hex").GetString()!))];

    public IReadOnlyList<JsonNode> ResponsesDecoded { get; } = [.. entry.GetProperty("responses").EnumerateArray().Select(response => JsonNode.Parse(response.GetProperty("decoded").GetRawText())!)];

    /// <summary>The rows as the recorder wrote them; null where the responses carry no Arrow data.</summary>
    public IReadOnlyList<string?[]>? Rows { get; } = ReadRows(entry);

    public int Status { get; } = entry.GetProperty("grpc_status").GetInt32();

    public string Message { get; } = entry.TryGetProperty("grpc_message", out var message) ? message.GetString() ?? "" : "";

    public byte[]? Details { get; } = entry.TryGetProperty("trailers", out var trailers) && trailers.ValueKind == JsonValueKind.Object
        && trailers.TryGetProperty("grpc-status-details-bin", out var details)
            ? Convert.FromHexString(details.GetProperty("hex").GetString()!)
            : null;

    /// <summary>The class of the server's exception; empty where there was none.</summary>
    public string ExceptionClass => Details is null ? "" : Wire.Status.Parser.ParseFrom(Details).Details[0].Unpack<ErrorInfo>().Reason;

    public bool WasCancelledByClient { get; } = entry.TryGetProperty("cancelled_by_client_after_responses", out _);

    public MessageParser RequestParser => Method switch
    {
        "ExecutePlan" => ExecutePlanRequest.Parser,
        "ReattachExecute" => ReattachExecuteRequest.Parser,
        "ReleaseExecute" => ReleaseExecuteRequest.Parser,
        "AnalyzePlan" => AnalyzePlanRequest.Parser,
        "Config" => ConfigRequest.Parser,
        "Interrupt" => InterruptRequest.Parser,
        _ => throw new InvalidOperationException($"{Name} calls {Method}"),
    };

    public MessageParser ResponseParser => Method switch
    {
        "ExecutePlan" or "ReattachExecute" => ExecutePlanResponse.Parser,
        "ReleaseExecute" => ReleaseExecuteResponse.Parser,
        "AnalyzePlan" => AnalyzePlanResponse.Parser,
        "Config" => ConfigResponse.Parser,
        "Interrupt" => InterruptResponse.Parser,
        _ => throw new InvalidOperationException($"{Name} calls {Method}"),
    };

    private static List<string?[]>? ReadRows(JsonElement entry)
    {
        var arrows = entry.GetProperty("responses").EnumerateArray().Where(response => response.TryGetProperty("arrow", out _)).ToArray();
        return arrows.Length == 0
            ? null
            : [.. arrows.SelectMany(response => response.GetProperty("arrow").GetProperty("rows").EnumerateArray()).Select(row => row.EnumerateArray().Select(value => value.GetString()).ToArray())];
    }
}
