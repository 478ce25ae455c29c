using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ShellCorp.Market;
using ShellCorp.Web.Api.Events;

namespace ShellCorp.Web.Api.Market;

/// <summary>A request to the market: who calls, at which desk, and what the request carries. What it carries wrongly is refused by field.</summary>
internal sealed class MarketCall(IHttpContextAccessor accessor, IGrainFactory grains)
{
    private const int DefaultCount = 50;

    private HttpContext Http => accessor.HttpContext!;

    public UserAccess User { get; set; } = null!;

    public DeskId DeskId { get; set; }

    public CancellationToken Aborted => Http.RequestAborted;

    public IAgentDeskGrain Agent => grains.GetGrain<IAgentDeskGrain>(DeskId.Number);

    public IClubDeskGrain Club => grains.GetGrain<IClubDeskGrain>(DeskId.Number);

    public IMarketDeskGrain Desk => DeskId.Side == MarketSide.Agent ? Agent : Club;

    public IMarketOfficeGrain Office => grains.GetGrain<IMarketOfficeGrain>(0);

    public IMarketDirectoryGrain Directory => grains.GetGrain<IMarketDirectoryGrain>(0);

    public IMarketSearchGrain Search => grains.GetGrain<IMarketSearchGrain>(0);

    /// <summary>The request's name, by which it takes effect once.</summary>
    public Guid RequestId => Http.Request.Headers["Idempotency-Key"].ToString() is var text && Guid.TryParse(text, out var id)
        ? id
        : throw new MarketRefusedException("Idempotency-Key", text.Length == 0 ? null : text, "must be a header with a UUID that names this request, the same when it is sent again");

    /// <summary>How many items a page is to have.</summary>
    public int Count => Small("count", DefaultCount);

    /// <summary>A whole number among the query's parameters.</summary>
    public long? Number(string name) => Http.Request.Query[name].ToString() is not { Length: > 0 } text
        ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new MarketRefusedException(name, text, "must be a whole number");

    /// <summary>A whole number of 32 bits among the query's parameters.</summary>
    public int Small(string name, int absent) => Number(name) is not { } number
        ? absent
        : number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : throw new MarketRefusedException(name, number, $"must be between {int.MinValue} and {int.MaxValue}");

    /// <summary>A text among the query's parameters.</summary>
    public string Text(string name) => Http.Request.Query[name].ToString();

    /// <summary>One of an enumeration's names among the query's parameters.</summary>
    public T Name<T>(string name)
        where T : struct, Enum => Text(name) is not { Length: > 0 } text
            ? default
            : !char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value)
                ? value
                : throw new MarketRefusedException(name, text, $"is unknown; there are {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))}");

    /// <summary>Where the page begins: null for the first.</summary>
    public T? Cursor<T>()
        where T : struct, ITextId<T> => Text("cursor") is { Length: > 0 } text ? Parse<T>("cursor", text) : null;

    /// <summary>Where the page begins among what has numbers: null for the first.</summary>
    public T? NumberCursor<T>()
        where T : struct, IId<T> => Number("cursor") is { } number ? T.From(number) : null;

    /// <summary>An id of the route.</summary>
    public static T Parse<T>(string field, string text)
        where T : struct, ITextId<T> => T.TryParse(text, out var id) ? id : throw new MarketRefusedException(field, text, $"is no {typeof(T).Name}");

    /// <summary>Reads the body.</summary>
    /// <exception cref="BodyRefusedException">It is none of what the endpoint takes.</exception>
    public async Task<T> BodyAsync<T>(JsonTypeInfo<T> type)
        where T : class
    {
        var (document, problem) = await EventBody.ReadAsync(Http.Request);
        if (document is null)
            throw new BodyRefusedException(problem!);
        using (document)
            return MarketBody.Read(document, type);
    }

    /// <summary>A page, and where the next begins: it may be empty.</summary>
    public IResult Page<T>(ImmutableArray<T> items, Func<T, object> cursor, JsonTypeInfo<PageAnswer<T>> type) =>
        Results.Json(new PageAnswer<T>(items, NextOf(items, cursor)), type);

    public string? NextOf<T>(ImmutableArray<T> items, Func<T, object> cursor) =>
        items.Length == Count ? Convert.ToString(cursor(items[^1]), CultureInfo.InvariantCulture) : null;
}
