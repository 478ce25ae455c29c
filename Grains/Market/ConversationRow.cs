using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>A row of the table of conversations, as one side sees it.</summary>
internal sealed record ConversationRow
{
    public long AgentId { get; init; }

    public long ClubId { get; init; }

    public long Latest { get; init; }

    public long ReadTo { get; init; }

    public long Unread { get; init; }

    public Conversation ToConversation() => new() { AgentId = new(AgentId), ClubId = new(ClubId), Latest = Latest, ReadTo = ReadTo, Unread = (int)Unread };
}
