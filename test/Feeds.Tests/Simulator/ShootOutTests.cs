using ShellCorp.Feeds.Simulator;

namespace ShellCorp.Feeds.Tests.Simulator;

public sealed class ShootOutTests
{
    [Theory]
    [InlineData(3, 0, 3, 3, true)]
    [InlineData(3, 0, 3, 2, false)]
    [InlineData(3, 1, 3, 3, false)]
    [InlineData(4, 2, 4, 4, true)]
    [InlineData(4, 3, 5, 4, false)]
    [InlineData(5, 3, 5, 4, true)]
    [InlineData(4, 4, 5, 5, false)]
    [InlineData(5, 4, 5, 5, true)]
    [InlineData(5, 4, 6, 5, false)]
    [InlineData(5, 5, 6, 5, false)]
    [InlineData(5, 4, 6, 6, true)]
    [InlineData(0, 3, 3, 3, true)]
    public void It_ends_as_soon_as_nobody_can_catch_up(int first, int second, int firstTaken, int secondTaken, bool decided) =>
        Assert.Equal(decided, ShootOut.IsDecided(first, second, firstTaken, secondTaken));
}
