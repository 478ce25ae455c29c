using System.Text.RegularExpressions;
using ShellCorp.Analytics.Model;

namespace ShellCorp.Analytics.Redshift;

/// <summary>Texts for Spark SQL.</summary>
internal static partial class SparkText
{
    private const string S3 = "s3://";

    /// <summary>Options of a view. A quote in a value is escaped by a backslash; two quotes in a row aren't one here.</summary>
    public static string Options(IEnumerable<(string Name, string Value)> options) => string.Join(
        ", ", options.Select(option => $"{option.Name} '{option.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'"));

    /// <summary>A file as Spark finds it: Hadoop's name of S3.</summary>
    public static string Path(string location) => location.StartsWith(S3, StringComparison.Ordinal) ? $"s3a://{location[S3.Length..]}" : location;

    /// <summary>What stands behind FROM: the view, with the columns that a file of before doesn't have as nulls.</summary>
    public static string Source(Projection projection, string view, IReadOnlySet<string> columns)
    {
        var missing = projection.Target.Columns.Zip(projection.Values)
            .Where(pair => Name().IsMatch(pair.Second) && pair.Second is not ("true" or "false") && !columns.Contains(pair.Second))
            .Select(pair => $", CAST(NULL AS {RedshiftTypes.InSpark(pair.First)}) AS {pair.Second}")
            .Distinct().ToArray();
        return missing.Length == 0 ? view : $"(SELECT {view}.*{string.Concat(missing)} FROM {view}) AS {view}";
    }

    [GeneratedRegex("^[a-z_]+$")]
    private static partial Regex Name();
}
