using System.Collections.Concurrent;
using Grpc.Core;
using SparkConnect.Wire;

namespace SparkConnect.TestServer.Protocol;

/// <summary>A session's settings.</summary>
internal sealed class SessionSettings
{
    private readonly ConcurrentDictionary<string, string> _values = new(StringComparer.Ordinal) { ["spark.sql.session.timeZone"] = "UTC" };

    public ConfigResponse Answer(ConfigRequest request)
    {
        var response = new ConfigResponse { SessionId = request.SessionId };
        switch (request.Operation.OpTypeCase)
        {
            case ConfigRequest.Types.Operation.OpTypeOneofCase.Set:
                foreach (var pair in request.Operation.Set.Pairs)
                    _values[pair.Key] = pair.Value;
                break;
            case ConfigRequest.Types.Operation.OpTypeOneofCase.Unset:
                foreach (var key in request.Operation.Unset.Keys)
                    _values.TryRemove(key, out _);
                break;
            case ConfigRequest.Types.Operation.OpTypeOneofCase.Get:
                response.Pairs.AddRange(request.Operation.Get.Keys.Select(Get));
                break;
            case ConfigRequest.Types.Operation.OpTypeOneofCase.GetOption:
                response.Pairs.AddRange(request.Operation.GetOption.Keys.Select(key => _values.TryGetValue(key, out var value) ? new KeyValue { Key = key, Value = value } : new KeyValue { Key = key }));
                break;
            default:
                throw new RpcException(new(StatusCode.Unimplemented, $"The test server doesn't cover {request.Operation.OpTypeCase} of settings."));
        }

        return response;
    }

    private KeyValue Get(string key) => new()
    {
        Key = key,
        Value = _values.GetValueOrDefault(key) ?? throw SparkError.Of(
            "org.apache.spark.SparkNoSuchElementException", $"[SQL_CONF_NOT_FOUND] The SQL config \"{key}\" cannot be found. Please verify that the config exists."),
    };
}
