using Orleans.Concurrency;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

[StatelessWorker]
internal sealed class MarketOfficeGrain(MarketOffice office, MarketUsers users) : Grain, IMarketOfficeGrain
{
    public Task SaveAgentAsync(AgentProfile agent, CancellationToken cancellationToken) => office.SaveAgentAsync(agent, cancellationToken);

    public Task SaveClubAsync(ClubProfile club, CancellationToken cancellationToken) => office.SaveClubAsync(club, cancellationToken);

    public Task SavePlayerAsync(MarketPlayer player, CancellationToken cancellationToken) => office.SavePlayerAsync(player, cancellationToken);

    public Task VerifyAsync(AgentId agent, CancellationToken cancellationToken) => office.VerifyAsync(agent, cancellationToken);

    public Task RepresentAsync(AgentId agent, PlayerId player, CancellationToken cancellationToken) => office.RepresentAsync(agent, player, cancellationToken);

    public Task<long> IssueAsync(Guid requestId, AccountId account, long credits, CancellationToken cancellationToken) =>
        office.IssueAsync(requestId, account, credits, cancellationToken);

    public Task SaveUserAsync(UserProfile user, CancellationToken cancellationToken) => users.SaveAsync(user, cancellationToken);

    public Task AdmitAsync(UserId user, DeskId desk, CancellationToken cancellationToken) => users.AdmitAsync(user, desk, cancellationToken);

    public Task DismissAsync(UserId user, DeskId desk, CancellationToken cancellationToken) => users.DismissAsync(user, desk, cancellationToken);

    public Task<string> GiveKeyAsync(UserId user, CancellationToken cancellationToken) => users.GiveKeyAsync(user, cancellationToken);
}
