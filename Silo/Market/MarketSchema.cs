using Oltp.Migrations;
using ShellCorp.Grains.Market;

namespace ShellCorp.Silo.Market;

/// <summary>The steps of the market's schema, as the domain carries them.</summary>
internal static class MarketSchema
{
    public static MigrationSet Steps { get; } = MigrationSet.FromResources("market", typeof(IMarketDatabase).Assembly, "market");
}
