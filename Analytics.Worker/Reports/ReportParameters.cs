using System.Globalization;

namespace ShellCorp.Analytics.Reports;

/// <summary>Reads a request's parameters; what is wrong with all of them is told at once. A name that no report knows is refused too.</summary>
internal sealed class ReportParameters(HttpRequest request)
{
    private const int MaxText = 200;
    private static readonly DateTime Earliest = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Latest = new(2200, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly List<ParameterError> _errors = [];
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Everything that is wrong. Ask last: by then all names that the report knows have been read.</summary>
    public IReadOnlyList<ParameterError> Errors
    {
        get
        {
            var unknown = request.Query.Keys.Where(name => !_known.Contains(name));
            return [.. _errors, .. unknown.Select(name => new ParameterError(name, request.Query[name], $"is unknown; known are {string.Join(", ", _known.Order())}"))];
        }
    }

    /// <summary><c>from</c>, <c>to</c> and <c>competition</c>.</summary>
    public ReportFilter Filter()
    {
        var (from, to) = (Time("from", Earliest), Time("to", Latest));
        if (from >= to)
            Refuse("to", Raw("to"), "must be after from");
        return new(from, to, Text("competition", ""));
    }

    /// <summary>A positive number of the path.</summary>
    public long Id(string name)
    {
        var raw = (string?)request.RouteValues[name];
        if (long.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0)
            return id;
        Refuse(name, raw, "must be a positive whole number");
        return 0;
    }

    /// <summary>A season of the path: a calendar year, or <c>2017-2018</c> from July to June.</summary>
    public (DateTime From, DateTime To) Season(string name)
    {
        var raw = (string?)request.RouteValues[name] ?? "";
        var years = raw.Split('-');
        if (years.All(year => year.Length == 4 && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1900 and < 2199))
        {
            var first = int.Parse(years[0], CultureInfo.InvariantCulture);
            if (years.Length == 1)
                return (new(first, 1, 1, 0, 0, 0, DateTimeKind.Utc), new(first + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            if (years.Length == 2 && int.Parse(years[1], CultureInfo.InvariantCulture) == first + 1)
                return (new(first, 7, 1, 0, 0, 0, DateTimeKind.Utc), new(first + 1, 7, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        Refuse(name, raw, "must be a year such as 2018, or two that follow each other such as 2017-2018");
        return (Earliest, Latest);
    }

    /// <summary>A whole number within bounds.</summary>
    public int Number(string name, int least, int most, int otherwise)
    {
        if (Raw(name) is not { } raw)
            return otherwise;
        if (int.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Refuse(name, raw, FormattableString.Invariant($"must be a whole number from {least} to {most}"));
        return otherwise;
    }

    /// <summary>One of some words.</summary>
    public string Word(string name, string[] words, string? otherwise = null)
    {
        var raw = Raw(name) ?? otherwise;
        if (raw is not null && words.Contains(raw))
            return raw;
        Refuse(name, raw, $"{(raw is null ? "is missing; " : "")}must be one of {string.Join(", ", words)}");
        return words[0];
    }

    /// <summary>Some text.</summary>
    public string Text(string name, string otherwise)
    {
        var raw = Raw(name) ?? otherwise;
        if (raw.Length <= MaxText)
            return raw;
        Refuse(name, raw[..MaxText], FormattableString.Invariant($"has {raw.Length} characters, at most {MaxText} are allowed"));
        return otherwise;
    }

    /// <summary>Notes an error.</summary>
    public void Refuse(string name, string? value, string reason) => _errors.Add(new(name, value, reason));

    private DateTime Time(string name, DateTime otherwise)
    {
        if (Raw(name) is not { } raw)
            return otherwise;
        if (DateTimeOffset.TryParse(raw, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time.UtcDateTime;
        Refuse(name, raw, "must be a day such as 2018-06-14, or a time by RFC 3339");
        return otherwise;
    }

    private string? Raw(string name)
    {
        _known.Add(name);
        var values = request.Query[name];
        if (values.Count > 1)
            Refuse(name, values, "is given more than once");
        return string.IsNullOrEmpty(values) ? null : values[0];
    }
}
