using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Ingest;

namespace ShellCorp.Web.Api.Events;

/// <summary>What became of one event.</summary>
/// <param name="Index">Its place in the request, from 0.</param>
/// <param name="Id">Its identity: the one that was sent, or the one that was made for it. Send it again with this id and it takes effect once.</param>
/// <param name="Status"><c>accepted</c>, <c>rejected</c>, <c>deferred</c> or <c>unknown</c>.</param>
/// <param name="Errors">What is wrong, one entry a field; empty unless rejected.</param>
public sealed record IngestItem(int Index, string Id, IngestStatus Status, ImmutableArray<FieldError> Errors);
