namespace ShellCorp.Web.Api;

/// <summary>An error answer, RFC 9457, of media type <c>application/problem+json</c>.</summary>
public sealed record ApiProblem
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>What kind of problem; <c>urn:shellcorp:problem:…</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The kind in words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong with this request, and what is allowed.</summary>
    public required string Detail { get; init; }
}
