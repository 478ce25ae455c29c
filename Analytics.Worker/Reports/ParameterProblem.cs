namespace ShellCorp.Analytics.Reports;

/// <summary>Parameters that are refused, as RFC 9457 tells problems.</summary>
/// <param name="Type">The kind of problem.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Status">400.</param>
/// <param name="Errors">Each parameter that is wrong.</param>
public sealed record ParameterProblem(string Type, string Title, int Status, IReadOnlyList<ParameterError> Errors)
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The problem of these errors.</summary>
    public static ParameterProblem Of(IReadOnlyList<ParameterError> errors) => new("urn:shellcorp:problem:parameters", "Parameters are refused", 400, errors);
}
