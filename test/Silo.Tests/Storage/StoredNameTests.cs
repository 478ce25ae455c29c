namespace ShellCorp.Silo.Tests.Storage;

/// <summary>No two states share a row, whatever grains are called.</summary>
public sealed class StoredNameTests(SharedPostgres postgres)
{
    private static readonly string[] Keys =
    [
        // Numbers and Guids as Orleans writes them, with and without extensions, and texts that only look like them.
        "7", "07", "F", "f", "0f", "7+7", "7+", "+7", "0e8b2c1f6f7e4a3f9d8e7c6b5a493827", "0E8B2C1F6F7E4A3F9D8E7C6B5A493827", "0e8b2c1f6f7e4a3f9d8e7c6b5a493827+x",
        "-1", "7fffffffffffffff", "8000000000000000", "ffffffffffffffff",
        // What breaks formats, SQL and texts.
        "{", "{0}", "}", "%", "%7B", "a`b", "a`1[[b]]", "a/b", "a", "'; DROP TABLE grainstate; --", "\\", "\\\\", "\\x00", "\0", "a\0b", " ", "  ", "=", "=7",
        // Languages, emoji, the same letter composed and decomposed.
        "Łódź", "東京ヴェルディ", "نادي", "⚽", "👨‍👩‍👧‍👦", "é", "e\u0301",
        // Longer than an index page, different at the very end only.
        new('x', 10_000), new string('x', 9_999) + "y", new('⚽', 5_000),
    ];

    private static readonly (string Type, string Name)[] Owners = [("team", "index"), ("player", "index"), ("player", "index/"), ("player/index", ""), ("generic`1[[team]]", "index"), ("generic`1[[player]]", "index")];

    [PostgresFact]
    public async Task States_of_odd_names_are_kept_apart()
    {
        await using var silos = await StateSilos.StartAsync(await postgres.Server.CreateDatabaseAsync());
        var states = (from owner in Owners from key in Keys select (Grain: GrainId.Create(GrainType.Create(owner.Type), IdSpan.Create(key)), owner.Name)).ToList();
        foreach (var (grain, name) in states)
            await silos.Storage.WriteNewAsync(grain, Told(grain, name), name);

        foreach (var (grain, name) in states)
            Assert.Equal(Told(grain, name), (await silos.Storage.ReadAsync(grain, name)).State!.Text);
    }

    [PostgresFact]
    public async Task Services_that_share_a_database_are_kept_apart()
    {
        var database = await postgres.Server.CreateDatabaseAsync();
        await using var one = await StateSilos.StartAsync(database, serviceId: "one");
        await using var other = await StateSilos.StartAsync(database, serviceId: "other");
        var grain = States.NewGrain();

        await one.Storage.WriteNewAsync(grain, "one");
        await other.Storage.WriteNewAsync(grain, "other");

        Assert.Equal("one", (await one.Storage.ReadAsync(grain)).State!.Text);
        Assert.Equal("other", (await other.Storage.ReadAsync(grain)).State!.Text);
    }

    [PostgresFact]
    public async Task A_key_that_is_no_text_is_refused_by_name()
    {
        await using var silos = await StateSilos.StartAsync(await postgres.Server.CreateDatabaseAsync());
        var grain = GrainId.Create(GrainType.Create("noted"), new IdSpan([0xff, 0xfe]));

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => silos.Storage.WriteNewAsync(grain, "never"));

        Assert.Contains("FFFE", refused.Message, StringComparison.Ordinal);
    }

    private static string Told(GrainId grain, string name) => $"{grain.Type} {name} {grain.Key}";
}
