namespace ShellCorp.Grains.Tests.Clusters;

/// <summary>Waits for a condition.</summary>
public static class Eventually
{
    /// <summary>How long a condition may take to come true on a busy machine.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    /// <summary>Asks until the answer is right.</summary>
    /// <param name="ask">The question.</param>
    /// <param name="isRight">Whether the answer is right.</param>
    /// <param name="expected">What the answer should be, for the message when it never is.</param>
    public static async Task<T> IsAsync<T>(Func<Task<T>> ask, Func<T, bool> isRight, string expected)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (isRight(answer))
                return answer;

            if (TimeProvider.System.GetElapsedTime(started) > Limit)
                throw new TimeoutException($"Expected within {Limit}: {expected}. Seen last: {answer}");

            await Task.Delay(Step, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Looks until the condition holds.</summary>
    public static Task IsAsync(Func<bool> holds, string expected) => IsAsync(() => Task.FromResult(holds()), held => held, expected);
}
