using System.Globalization;

namespace ShellCorp.Web.Api;

/// <summary>The error answers of the API.</summary>
internal static class Problems
{
    /// <summary>How long to wait before calling again when nobody can say.</summary>
    public static readonly TimeSpan DefaultRetry = TimeSpan.FromSeconds(5);

    public static ApiProblemResult BrokenJson(string detail) => Of(400, "broken-json", "The body isn't JSON", detail);

    public static ApiProblemResult BadBody(string detail) => Of(400, "bad-body", "The body can't be taken", detail);

    public static ApiProblemResult BadParameter(string name, string? value, string reason) =>
        Of(400, "bad-parameter", "A parameter is wrong", value is null ? $"{name}: {reason}" : $"{name}: '{Short(value)}': {reason}");

    public static ApiProblemResult NotFound(string detail) => Of(404, "not-found", "Not found", detail);

    public static ApiProblemResult TooLarge(long? length) => Of(413, "body-too-large", "The body is too large",
        string.Create(CultureInfo.InvariantCulture, $"{(length is { } given ? $"{given} bytes were sent; at" : "At")} most {ApiLimits.MaxBodyBytes} bytes are allowed. Send the events in smaller parts."));

    public static ApiProblemResult TooMany(int count) => Of(413, "too-many-items", "There are too many events",
        string.Create(CultureInfo.InvariantCulture, $"{count} events were sent; at most {ApiLimits.MaxItems} are allowed in one request. Nothing was taken."));

    public static ApiProblemResult WrongMediaType(string? given) => Of(415, "wrong-media-type", "The media type isn't supported",
        $"{(string.IsNullOrEmpty(given) ? "No content type was given" : $"'{Short(given)}' was given")}; send application/json in UTF-8, without content encoding.");

    public static ApiProblemResult Unavailable(string detail) =>
        new(new() { Type = "urn:shellcorp:problem:unavailable", Title = "The cluster doesn't answer", Status = 503, Detail = detail }, DefaultRetry);

    public static ApiProblemResult Of(int status, string type, string title, string detail) =>
        new(new() { Type = $"urn:shellcorp:problem:{type}", Title = title, Status = status, Detail = detail });

    private static string Short(string value) => value.Length <= 100 ? value : value[..100] + "…";
}
