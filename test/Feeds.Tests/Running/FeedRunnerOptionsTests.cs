using Microsoft.Extensions.Options;
using ShellCorp.Feeds.Running;

namespace ShellCorp.Feeds.Tests.Running;

/// <summary>The limits of the options.</summary>
public sealed class FeedRunnerOptionsTests : FeedRunnerTest
{
    public static TheoryData<FeedRunnerOptions, string> Refused => new()
    {
        { new() { Matches = -1 }, nameof(FeedRunnerOptions.Matches) },
        { new() { ConcurrentMatches = -1 }, nameof(FeedRunnerOptions.ConcurrentMatches) },
        { new() { Speed = 0 }, nameof(FeedRunnerOptions.Speed) },
        { new() { Speed = double.NaN }, nameof(FeedRunnerOptions.Speed) },
        { new() { Speed = double.PositiveInfinity }, nameof(FeedRunnerOptions.Speed) },
        { new() { Stagger = TimeSpan.FromTicks(-1) }, nameof(FeedRunnerOptions.Stagger) },
        { new() { BatchSteps = 0 }, nameof(FeedRunnerOptions.BatchSteps) },
        { new() { FirstBackOff = TimeSpan.Zero }, nameof(FeedRunnerOptions.FirstBackOff) },
        { new() { LongestBackOff = TimeSpan.FromMilliseconds(1) }, nameof(FeedRunnerOptions.LongestBackOff) },
        { new() { LoggedRejections = -1 }, nameof(FeedRunnerOptions.LoggedRejections) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_bad_option_is_refused_by_name(FeedRunnerOptions options, string name)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Runner(options));

        Assert.StartsWith($"{name} must be", Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }
}
