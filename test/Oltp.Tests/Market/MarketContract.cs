using ShellCorp.Market;

namespace ShellCorp.Oltp.Tests.Market;

/// <summary>Tests that hold on PostgreSQL and on SQLite alike.</summary>
public abstract class MarketContract
{
    private protected abstract Task<MarketScene> SceneAsync();

    /// <summary>A request is refused, by the name of a field, and nothing is written.</summary>
    private protected static async Task<MarketRefusedException> RefusedAsync(MarketScene scene, string field, Func<Task> request)
    {
        var before = await scene.EverythingAsync();
        var refused = await Assert.ThrowsAsync<MarketRefusedException>(request);
        Assert.Contains(refused.Errors, error => error.Field == field);
        Assert.All(refused.Errors, error => Assert.NotEmpty(error.Reason));
        Assert.Equal(before, await scene.EverythingAsync());
        return refused;
    }

    /// <summary>Runs all at once; how many were refused.</summary>
    private protected static async Task<int> TogetherAsync(IEnumerable<Func<Task>> requests)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = requests.Select(async request =>
        {
            await start.Task;
            try
            {
                await Task.Run(request);
                return 0;
            }
            catch (MarketRefusedException)
            {
                return 1;
            }
        }).ToList();
        start.SetResult();
        return (await Task.WhenAll(running)).Sum();
    }
}
