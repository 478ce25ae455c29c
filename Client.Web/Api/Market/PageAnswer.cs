using System.Collections.Immutable;

namespace ShellCorp.Web.Api.Market;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The page.</param>
/// <param name="Next">Where the next page begins, to be sent as the parameter <c>cursor</c>; absent where this is the last.</param>
public sealed record PageAnswer<T>(ImmutableArray<T> Items, string? Next);
