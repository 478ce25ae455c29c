namespace ShellCorp.Analytics.Model;

/// <summary>What a column holds.</summary>
public enum ColumnType
{
    /// <summary>64 bits.</summary>
    BigInt = 0,

    /// <summary>32 bits.</summary>
    Integer = 1,

    /// <summary>64 bits, IEEE 754.</summary>
    Double = 2,

    /// <summary>True or false.</summary>
    Boolean = 3,

    /// <summary>Microseconds, UTC, without a zone.</summary>
    Timestamp = 4,

    /// <summary>Text of at most <see cref="Column.Length"/> bytes in UTF-8.</summary>
    Text = 5,
}
