using System.Collections.Immutable;

namespace ShellCorp.Web.Api.Events;

/// <summary>The answer to a request with events, item by item. Where it isn't a success it is a problem as well (RFC 9457).</summary>
public sealed record IngestResult
{
    /// <summary>The kind of problem; absent where every event was accepted.</summary>
    public string? Type { get; init; }

    /// <summary>The kind in words.</summary>
    public string? Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What to do.</summary>
    public string? Detail { get; init; }

    /// <summary>Events in the log, acknowledged.</summary>
    public required int Accepted { get; init; }

    /// <summary>Invalid events; sending them again is of no use.</summary>
    public required int Rejected { get; init; }

    /// <summary>Events that weren't taken because of load; send them again after <c>Retry-After</c>.</summary>
    public required int Deferred { get; init; }

    /// <summary>Events of which the log told nothing; send them again with the same ids.</summary>
    public required int Unknown { get; init; }

    /// <summary>One entry an event, in the order in which they were sent.</summary>
    public required ImmutableArray<IngestItem> Items { get; init; }
}
