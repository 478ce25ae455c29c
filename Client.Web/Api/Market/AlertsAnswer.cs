using System.Collections.Immutable;
using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>A page of a desk's alerts.</summary>
/// <param name="Items">The page, newest first.</param>
/// <param name="Next">Where the next page begins; absent where this is the last.</param>
/// <param name="Unread">How many of all the desk's alerts aren't read.</param>
public sealed record AlertsAnswer(ImmutableArray<Alert> Items, string? Next, int Unread);
