using ShellCorp.Silo.Drain;

namespace ShellCorp.Silo.Tests.Drain;

public sealed class DrainOptionsTests
{
    [Theory]
    [InlineData(1, 1, 1000)]
    [InlineData(8, 1, 125)]
    [InlineData(25, 2, 80)]
    [InlineData(1000, 100, 100)]
    public void So_many_activations_move_in_a_second_as_are_set(int perSecond, int atOnce, int milliseconds) =>
        Assert.Equal((atOnce, TimeSpan.FromMilliseconds(milliseconds)), new DrainOptions { MigrationsPerSecond = perSecond }.MigrationPace);
}
