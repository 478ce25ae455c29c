using System.Text.RegularExpressions;

namespace SparkConnect.TestServer.Statements;

/// <summary>Options of a view: <c>name 'value'</c>, a backslash escapes, two quotes in a row end one value and begin the next.</summary>
internal static partial class ViewOptions
{
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        Dictionary<string, string> options = [];
        var at = 0;
        while (at < text.Length)
        {
            var match = Option().Match(text, at);
            if (!match.Success || match.Index != at)
                throw Protocol.SparkError.Of("org.apache.spark.sql.catalyst.parser.ParseException", $"\n[PARSE_SYNTAX_ERROR] Syntax error at or near '{text[at..]}'.");
            options.Add(match.Groups["name"].Value, Escape().Replace(match.Groups["value"].Value, "$1"));
            at += match.Length;
        }

        return options;
    }

    [GeneratedRegex(@"(?:,\s*)?(?<name>\w+) '(?<value>(?:[^'\\]|\\.)*)'")]
    private static partial Regex Option();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();
}
