using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Web.Api.Market;

/// <summary>A request to the market that was refused: an <see cref="ApiProblem"/> that names each field with its value and the reason.</summary>
public sealed record MarketProblem
{
    /// <summary>What kind of problem.</summary>
    public required string Type { get; init; }

    /// <summary>The kind in words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>All of it in one text.</summary>
    public required string Detail { get; init; }

    /// <summary>Field by field.</summary>
    public required ImmutableArray<FieldError> Errors { get; init; }
}
