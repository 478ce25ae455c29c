namespace SparkConnect.Results;

/// <summary>
/// A row, or a struct in one. Values are null, <see cref="bool"/>, <see cref="sbyte"/>, <see cref="short"/>, <see cref="int"/>, <see cref="long"/>, <see cref="float"/>,
/// <see cref="double"/>, <see cref="decimal"/> (<see cref="System.Data.SqlTypes.SqlDecimal"/> above 28 digits), <see cref="string"/>, byte arrays, <see cref="DateOnly"/>,
/// <see cref="DateTimeOffset"/> in UTC (TIMESTAMP), <see cref="DateTime"/> (TIMESTAMP_NTZ), <see cref="TimeSpan"/> (INTERVAL DAY TO SECOND),
/// <see cref="Apache.Arrow.Scalars.YearMonthInterval"/>, <c>object?[]</c> (ARRAY), <see cref="SparkRow"/> (STRUCT), <c>KeyValuePair&lt;object, object?&gt;[]</c> (MAP).
/// </summary>
public sealed class SparkRow
{
    private readonly IReadOnlyList<string> _names;
    private readonly object?[] _values;

    internal SparkRow(IReadOnlyList<string> names, object?[] values) => (_names, _values) = (names, values);

    /// <summary>The values in the order of the columns.</summary>
    public IReadOnlyList<object?> Values => _values;

    /// <summary>A value by its column's place, from 0.</summary>
    public object? this[int column] => _values[column];

    /// <summary>A value by its column's name; the first of that name.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public object? this[string name] => _values[Place(name)];

    /// <summary>A value as what it is.</summary>
    /// <exception cref="InvalidCastException">It is of another type, or null.</exception>
    public T Get<T>(string name) => _values[Place(name)] is T value
        ? value
        : throw new InvalidCastException($"Column {name} holds {_values[Place(name)]?.GetType().Name ?? "null"}, not {typeof(T).Name}.");

    private int Place(string name)
    {
        for (var place = 0; place < _names.Count; place++)
        {
            if (_names[place] == name)
                return place;
        }

        throw new ArgumentException($"There is no column {name}; there are: {string.Join(", ", _names)}.", nameof(name));
    }
}
