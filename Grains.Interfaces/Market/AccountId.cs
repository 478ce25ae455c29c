namespace ShellCorp.Market;

/// <summary>An account in pitch credits.</summary>
/// <param name="Value">Who owns it: <c>agent/7</c>, <c>club/3</c>, <c>house/04</c>, or <c>issuer</c>, where credits come from.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.account-id")]
public readonly record struct AccountId([property: Id(0)] string Value)
{
    /// <summary>An agent's account.</summary>
    public static AccountId Of(AgentId agent) => new($"agent/{agent}");

    /// <summary>A club's account.</summary>
    public static AccountId Of(TeamId club) => new($"club/{club}");

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
