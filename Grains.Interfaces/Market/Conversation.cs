namespace ShellCorp.Market;

/// <summary>A conversation as one of its sides sees it.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.conversation.v1")]
public sealed record Conversation
{
    /// <summary>The agent.</summary>
    [Id(0)] public required AgentId AgentId { get; init; }

    /// <summary>The club.</summary>
    [Id(1)] public required TeamId ClubId { get; init; }

    /// <summary>The number of the latest message.</summary>
    [Id(2)] public required long Latest { get; init; }

    /// <summary>Up to which number this side has read.</summary>
    [Id(3)] public required long ReadTo { get; init; }

    /// <summary>How many messages of the other side it hasn't read.</summary>
    [Id(4)] public required int Unread { get; init; }
}
