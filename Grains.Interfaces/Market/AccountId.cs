using System.Text.Json.Serialization;
using ShellCorp.Events.Json;

namespace ShellCorp.Market;

/// <summary>An account in pitch credits.</summary>
/// <param name="Value">Who owns it: <c>agent/7</c>, <c>club/3</c>, <c>house/04</c>, or <c>issuer</c>, where credits come from.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.account-id")]
[JsonConverter(typeof(TextIdJsonConverter<AccountId>))]
public readonly record struct AccountId([property: Id(0)] string Value) : ITextId<AccountId>
{
    /// <summary>An agent's account.</summary>
    public static AccountId Of(AgentId agent) => new($"agent/{agent}");

    /// <summary>A club's account.</summary>
    public static AccountId Of(TeamId club) => new($"club/{club}");

    /// <summary>A desk's account.</summary>
    public static AccountId Of(DeskId desk) => new(desk.ToString());

    /// <inheritdoc/>
    public static bool TryParse(string text, out AccountId id)
    {
        id = new(text);
        return true;
    }

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
