using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace ShellCorp.Web.Api.Events;

/// <summary>Reads the JSON body of a request within <see cref="ApiLimits"/>.</summary>
internal static class EventBody
{
    private const int FirstBuffer = 16 * 1024;

    /// <summary>The document, or the answer that says why there is none.</summary>
    public static async Task<(JsonDocument? Document, IResult? Problem)> ReadAsync(HttpRequest request)
    {
        if (!IsJson(request))
            return (null, Problems.WrongMediaType(MediaTypeOf(request)));
        // What stands in Content-Length is refused unread; a chunked body is refused at the byte that is one too many.
        if (request.ContentLength > ApiLimits.MaxBodyBytes)
            return (null, Problems.TooLarge(request.ContentLength));
        var body = new ArrayBufferWriter<byte>(FirstBuffer);
        int read;
        while ((read = await request.Body.ReadAsync(body.GetMemory(FirstBuffer), request.HttpContext.RequestAborted)) > 0)
        {
            body.Advance(read);
            if (body.WrittenCount > ApiLimits.MaxBodyBytes)
                return (null, Problems.TooLarge(null));
        }

        return Parse(body.WrittenMemory);
    }

    private static (JsonDocument? Document, IResult? Problem) Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            return (null, Problems.BrokenJson("The body is empty; send one event as an object, or several as an array."));
        try
        {
            return (JsonDocument.Parse(body), null);
        }
        catch (JsonException exception)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
            return (null, Problems.BrokenJson($"At {place}: {Reason(exception.Message)}"));
        }
    }

    // The parser appends the position in its own, zero-based counting.
    private static string Reason(string message) =>
        message.IndexOf(" LineNumber:", StringComparison.Ordinal) is >= 0 and var end ? message[..end] : message;

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;

    private static string? MediaTypeOf(HttpRequest request) =>
        request.Headers.ContentEncoding is { Count: > 0 } encoding ? $"{request.ContentType}, encoded as {encoding}" : request.ContentType;
}
