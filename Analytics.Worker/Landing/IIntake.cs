using ShellCorp.Events;

namespace ShellCorp.Analytics.Landing;

/// <summary>Gathers one partition's events as rows of its kind of files.</summary>
internal interface IIntake
{
    /// <summary>Rows gathered.</summary>
    int Rows { get; }

    /// <summary>The latest moment that one of them happened at.</summary>
    DateTime? LastEventAt { get; }

    /// <summary>The live ratings among them, for the windows; empty for other topics.</summary>
    IReadOnlyList<LandedRow<LiveRatingUpdate>> Ratings { get; }

    /// <summary>Adds an event of the partition's topic.</summary>
    void Add(int partition, long offset, DateTime at, object item);

    /// <summary>Writes the rows as a Parquet file.</summary>
    void Write(Stream stream);

    /// <summary>Forgets them.</summary>
    void Clear();
}
