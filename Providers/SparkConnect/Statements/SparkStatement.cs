using System.Collections.Immutable;

namespace SparkConnect.Statements;

/// <summary>
/// One SQL statement, with named (<c>:name</c>) or positional (<c>?</c>) arguments. Arguments may be null, <see cref="bool"/>, <see cref="sbyte"/>, <see cref="short"/>,
/// <see cref="int"/>, <see cref="long"/>, <see cref="float"/>, <see cref="double"/>, <see cref="decimal"/>, <see cref="string"/>, byte arrays, <see cref="DateOnly"/>,
/// <see cref="DateTimeOffset"/> (Spark's TIMESTAMP), <see cref="DateTime"/> of unspecified kind (TIMESTAMP_NTZ) and <see cref="TimeSpan"/> (INTERVAL DAY TO SECOND);
/// what is finer than a microsecond is cut off.
/// </summary>
/// <param name="Sql">The text: one statement, a trailing semicolon is accepted by Spark.</param>
public sealed record SparkStatement(string Sql)
{
    /// <summary>Arguments by the names that the text has after colons. Default none.</summary>
    public IReadOnlyDictionary<string, object?> Arguments { get; init; } = ImmutableDictionary<string, object?>.Empty;

    /// <summary>Arguments in the order of the text's question marks. Default none.</summary>
    public IReadOnlyList<object?> PositionalArguments { get; init; } = [];

    /// <summary>A number for the relation, as the stock clients send it with queries. Default: none is sent.</summary>
    public long? PlanId { get; init; }

    /// <summary>The statement of a text without arguments.</summary>
    public static implicit operator SparkStatement(string sql) => FromString(sql);

    /// <summary>The statement of a text without arguments.</summary>
    public static SparkStatement FromString(string sql) => new(sql);
}
