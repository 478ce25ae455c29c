namespace ShellCorp.Market;

/// <summary>
/// The market's own desk, for operators: who takes part, and credits. A stateless worker; one identity (0) stands for all of them. A profile
/// that is saved again replaces the one before. Requests that can't be done are refused with a <see cref="MarketRefusedException"/>.
/// </summary>
[Alias("shellcorp.market-office")]
public interface IMarketOfficeGrain : IGrainWithIntegerKey
{
    /// <summary>Saves an agent's profile and opens the account. A new agent isn't verified.</summary>
    [Alias("save-agent.v1")]
    Task SaveAgentAsync(AgentProfile agent, CancellationToken cancellationToken);

    /// <summary>Saves a club's profile and opens the account.</summary>
    [Alias("save-club.v1")]
    Task SaveClubAsync(ClubProfile club, CancellationToken cancellationToken);

    /// <summary>Saves a player's profile.</summary>
    [Alias("save-player.v1")]
    Task SavePlayerAsync(MarketPlayer player, CancellationToken cancellationToken);

    /// <summary>Tells that an agent is who they say; only verified agents represent and pitch players.</summary>
    [Alias("verify.v1")]
    Task VerifyAsync(AgentId agent, CancellationToken cancellationToken);

    /// <summary>Makes an agent the one who represents a player, in the place of any before.</summary>
    [Alias("represent.v1")]
    Task RepresentAsync(AgentId agent, PlayerId player, CancellationToken cancellationToken);

    /// <summary>Gives new credits to an account.</summary>
    /// <param name="requestId">Names the request: the same request sent again changes nothing.</param>
    /// <param name="account">Whose account.</param>
    /// <param name="credits">How many: 1 to 1,000,000,000.</param>
    /// <param name="cancellationToken">Gives up waiting; the request may still be done.</param>
    /// <returns>The account's balance after it.</returns>
    [Alias("issue.v1")]
    Task<long> IssueAsync(Guid requestId, AccountId account, long credits, CancellationToken cancellationToken);

    /// <summary>Saves a user's profile. A new user has no key and may act for nobody.</summary>
    [Alias("save-user.v1")]
    Task SaveUserAsync(UserProfile user, CancellationToken cancellationToken);

    /// <summary>Lets a user act for an agent or a club, as a member of the agency or the club's staff; to do so again changes nothing.</summary>
    [Alias("admit.v1")]
    Task AdmitAsync(UserId user, DeskId desk, CancellationToken cancellationToken);

    /// <summary>Lets a user act for an agent or a club no more; one who doesn't changes nothing.</summary>
    [Alias("dismiss.v1")]
    Task DismissAsync(UserId user, DeskId desk, CancellationToken cancellationToken);

    /// <summary>Gives a user a new key, in the place of any before.</summary>
    /// <returns>The key, 64 hexadecimal digits of 256 random bits. Only its SHA-256 is kept: a key that is lost is replaced by another.</returns>
    [Alias("give-key.v1")]
    Task<string> GiveKeyAsync(UserId user, CancellationToken cancellationToken);
}
