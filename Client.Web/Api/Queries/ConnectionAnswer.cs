using ShellCorp.Web.Live;

namespace ShellCorp.Web.Api.Queries;

/// <summary>How this web server stands with the cluster's live hub.</summary>
/// <param name="Status"><c>connecting</c>, <c>live</c>, <c>reconnecting</c> or <c>stale</c>.</param>
/// <param name="LastContact">When the hub was last asked and answered; absent before the first time.</param>
/// <param name="LastChange">When anything changed last; absent before the first change.</param>
public sealed record ConnectionAnswer(string Status, DateTimeOffset? LastContact, DateTimeOffset? LastChange)
{
    internal static ConnectionAnswer Of(LiveStore store) =>
        new(store.Connection.Status.ToString().ToLowerInvariant(), store.Connection.LastContact, store.LastChange);
}
