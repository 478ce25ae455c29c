using System.Text.Json.Serialization;

namespace ShellCorp.Ingest;

/// <summary>What became of an event at the door.</summary>
[GenerateSerializer, Alias("shellcorp.ingest-status")]
[JsonConverter(typeof(JsonStringEnumConverter<IngestStatus>))]
public enum IngestStatus
{
    /// <summary>In the log, acknowledged.</summary>
    [JsonStringEnumMemberName("accepted")] Accepted = 0,

    /// <summary>Invalid; sending it again is of no use.</summary>
    [JsonStringEnumMemberName("rejected")] Rejected = 1,

    /// <summary>Not taken because of load; send it again later.</summary>
    [JsonStringEnumMemberName("deferred")] Deferred = 2,

    /// <summary>The log didn't answer: it may be written or not. Sending it again with the same id is safe.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown = 3,
}
