using System.Security.Cryptography;
using System.Text;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>Requests that take effect once, however often they are sent.</summary>
internal sealed class MarketRequests(IMarketDatabase database, TimeProvider clock)
{
    /// <summary>
    /// Does a request in one transaction with the note that it is done. Sent again it is answered from the note; two at once wait for each other.
    /// </summary>
    /// <param name="requestId">Names it, together with who sends it.</param>
    /// <param name="sender">Who sends it, so that nobody meets another's ids.</param>
    /// <param name="content">All that it says: another content under the same id is refused.</param>
    /// <param name="work">Does it, and says what to answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<string> OnceAsync(Guid requestId, string sender, object content, Func<IMarketSession, Moment, Task<string>> work, CancellationToken cancellationToken)
    {
        new MarketCheck().Id("requestId", requestId).Done();
        var id = $"{sender}/{requestId:n}";
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString()!)));
        var now = Moment.Of(clock.GetUtcNow());
        return database.RunAsync(
            async session =>
            {
                var isNew = await session.ExecuteAsync(
                    "INSERT INTO market_request (id, fingerprint, answer, at) VALUES (@id, @fingerprint, '', @At) ON CONFLICT (id) DO NOTHING",
                    new { id, fingerprint, now.At });
                if (isNew == 0)
                    return await RepeatAsync(session, id, fingerprint, requestId);

                var answer = await work(session, now);
                await session.ExecuteAsync("UPDATE market_request SET answer = @answer WHERE id = @id", new { id, answer });
                return answer;
            },
            cancellationToken);
    }

    private static async Task<string> RepeatAsync(IMarketSession session, string id, string fingerprint, Guid requestId)
    {
        var done = await session.FindAsync<Done>("SELECT fingerprint AS Fingerprint, answer AS Answer FROM market_request WHERE id = @id", new { id });
        return done!.Fingerprint == fingerprint
            ? done.Answer
            : throw new MarketRefusedException("requestId", requestId, "names another request, which is done already");
    }

    private sealed record Done
    {
        public string Fingerprint { get; init; } = "";

        public string Answer { get; init; } = "";
    }
}
