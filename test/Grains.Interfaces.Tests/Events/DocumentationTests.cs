using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Market;

namespace ShellCorp.Grains.Interfaces.Tests.Events;

public sealed class DocumentationTests
{
    public static TheoryData<DocumentedRecord> Records => [.. DocumentedRecord.All];

    [Fact]
    public void Every_command_of_the_document_is_tested()
    {
        var commands = DocumentedRecord.Document.Split('\n').Count(line => line.StartsWith("kcat -P", StringComparison.Ordinal));

        Assert.Equal(commands, DocumentedRecord.All.Count);
        Assert.Equal(
            [Topics.LiveRatingUpdates, Topics.MarketEvents, Topics.MatchUpdates, Topics.PlayerAttention, Topics.PlayerUpdates],
            DocumentedRecord.All.Select(record => record.Topic).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void What_the_document_sends_is_accepted(DocumentedRecord record)
    {
        var update = record.Decode();

        Assert.Empty(update switch
        {
            PlayerUpdate player => EventValidator.ValidateReported(player),
            MatchUpdate match => EventValidator.Validate(match),
            MarketEvent market => EventValidator.Validate(market),
            PlayerAttention attention => EventValidator.Validate(attention),
            _ => EventValidator.Validate((LiveRatingUpdate)update),
        });
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void What_the_document_sends_is_also_what_we_write(DocumentedRecord record)
    {
        var written = record.Decode() switch
        {
            PlayerUpdate player => CloudEventCodec.Encode(player),
            MatchUpdate match => CloudEventCodec.Encode(match),
            MarketEvent market => CloudEventCodec.Encode(market),
            PlayerAttention attention => CloudEventCodec.Encode(attention),
            var live => CloudEventCodec.Encode((LiveRatingUpdate)live),
        };
        var headers = written.Headers.ToDictionary(header => header.Name, header => System.Text.Encoding.UTF8.GetString(header.Value));

        Assert.Equal((record.Topic, record.Key), (written.Topic, System.Text.Encoding.UTF8.GetString(written.Key)));
        Assert.All(record.Headers, header => Assert.Equal(header.Value, headers[header.Name]));
    }

    [Fact]
    public void The_tables_list_every_name_and_no_other()
    {
        Assert.Equal(Names(WireNames.Actions, action => action < PlayerAction.CameOn), Table("kind", 2));
        Assert.Equal(Names(WireNames.Actions, action => action >= PlayerAction.CameOn), Table("derived kind", 2));
        Assert.Equal(Names(WireNames.Facts, _ => true), Table("kind", 3));
        Assert.Equal(Names(WireNames.MarketEvents, _ => true), Table("kind of market event", 2));
        Assert.Equal(Names(WireNames.Attention, _ => true), Table("kind of attention", 2));
        Assert.Equal(Names(WireNames.Qualifiers, _ => true), Table("qualifier", 2));
    }

    [Theory]
    [InlineData("teamId", "teamId")]
    [InlineData("playerId", "playerId")]
    [InlineData("playerInId", "playerInId")]
    [InlineData("sheet", "sheet")]
    public void What_a_kind_of_match_update_requires_is_what_the_table_says(string field, string mentioned)
    {
        var required = from fact in WireNames.Facts.All
                       let bare = new MatchUpdate { Id = "m1", MatchId = new(1), Kind = fact.Value, Time = TimeOf(fact.Value) }
                       where EventValidator.Validate(bare).Any(error => error.Field == field)
                       select fact.Name;

        var documented = Rows("kind", 3).Where(row => row[1].Contains($"`{mentioned}`", StringComparison.Ordinal)).Select(row => row[0].Trim('`'));

        Assert.Equal(required, documented);
    }

    private static MatchTime TimeOf(MatchFact fact) => fact is MatchFact.ShootOutScored or MatchFact.ShootOutMissed
        ? new(MatchPeriod.ShootOut, 120, 0)
        : new(MatchPeriod.SecondHalf, 90, 0);

    private static IEnumerable<string> Names<T>(WireNames<T> names, Func<T, bool> where)
        where T : struct, Enum => names.All.Where(member => where(member.Value)).Select(member => member.Name);

    private static IEnumerable<string> Table(string title, int columns) => Rows(title, columns).Select(row => row[0].Trim('`'));

    private static IEnumerable<string[]> Rows(string title, int columns) => DocumentedRecord.Document.Split('\n')
        .SkipWhile(line => !(line.StartsWith($"| {title} |", StringComparison.Ordinal) && Cells(line).Length == columns))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(Cells);

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];
}
