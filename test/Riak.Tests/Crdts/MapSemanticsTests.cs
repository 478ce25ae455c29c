using Google.Protobuf;
using Riak.TestServer.Crdts;
using Riak.Wire;
using FieldType = Riak.Wire.MapField.Types.MapFieldType;

namespace Riak.Tests.Crdts;

/// <summary>What becomes of concurrent changes to a map, case by case.</summary>
public sealed class MapSemanticsTests
{
    private static readonly MapField Goals = new() { Name = ByteString.CopyFromUtf8("goals"), Type = FieldType.Counter };
    private static readonly MapField Clubs = new() { Name = ByteString.CopyFromUtf8("clubs"), Type = FieldType.Set };
    private static readonly MapField Name = new() { Name = ByteString.CopyFromUtf8("name"), Type = FieldType.Register };
    private static readonly MapField Captain = new() { Name = ByteString.CopyFromUtf8("captain"), Type = FieldType.Flag };

    [Fact]
    public void An_update_survives_a_removal_that_did_not_see_it()
    {
        var start = Change(CrdtMap.Empty, "a", Add("ajax"));
        var removed = Remove(start, "a", Clubs);
        var added = Change(start, "b", Add("psv"));
        // The removal takes what it saw out of the set; the member added beside it stays.
        Assert.Equal("[clubs:Set={psv}]", removed.Merge(added).Describe());
    }

    [Fact]
    public void A_counter_incremented_beside_its_removal_keeps_what_the_same_actor_had_counted()
    {
        var start = Change(CrdtMap.Empty, "a", Count(5));
        var removed = Remove(start, "b", Goals);
        var incremented = Change(start, "a", Count(2));
        Assert.Equal("[goals:Counter=7]", removed.Merge(incremented).Describe());
    }

    [Fact]
    public void A_counter_incremented_by_another_actor_beside_its_removal_loses_what_was_seen()
    {
        var start = Change(CrdtMap.Empty, "a", Count(5));
        var removed = Remove(start, "a", Goals);
        var incremented = Change(start, "b", Count(2));
        Assert.Equal("[goals:Counter=2]", removed.Merge(incremented).Describe());
    }

    [Fact]
    public void A_removal_that_arrives_before_what_it_removes_waits_for_it()
    {
        var added = Change(CrdtMap.Empty, "a", Count(5));
        var early = CrdtMap.Empty.Update(Removal(Goals), "b", ((CrdtMap)added).Clock, 0);
        Assert.Equal("[]", early.Merge(added).Describe());
    }

    [Fact]
    public void A_register_keeps_its_value_without_a_word_unless_the_new_time_is_later()
    {
        var start = Change(CrdtMap.Empty, "a", Assign("first"), time: 100);
        Assert.Equal("[name:Register=first]", Change(start, "a", Assign("second"), time: 100).Describe());
        Assert.Equal("[name:Register=first]", Change(start, "b", Assign("second"), time: 99).Describe());
        Assert.Equal("[name:Register=second]", Change(start, "b", Assign("second"), time: 101).Describe());
    }

    [Fact]
    public void Registers_of_one_time_are_settled_by_their_bytes_whoever_wrote_them()
    {
        var high = new LwwRegister(ByteString.CopyFromUtf8("b"), 100);
        var low = new LwwRegister(ByteString.CopyFromUtf8("a"), 100);
        Assert.Equal((high, high), (high.Merge(low), low.Merge(high)));
    }

    [Fact]
    public void A_member_whose_removal_arrives_first_does_not_come_back()
    {
        var added = OrSet.Empty.Update(new DtOp { SetOp = Add("ajax").SetOp }, "a", null, 0);
        var removal = new DtOp { SetOp = new() { Removes = { ByteString.CopyFromUtf8("ajax") } } };
        var early = OrSet.Empty.Update(removal, "b", added.Context, 0);
        Assert.Equal("{}", early.Merge(added).Describe());
        Assert.Equal("{}", added.Merge(early).Describe());
    }

    [Fact]
    public void A_flag_whose_disabling_arrives_first_stays_off()
    {
        var enabled = (CrdtMap)Change(CrdtMap.Empty, "a", Flag(true));
        var early = CrdtMap.Empty.Update(new DtOp { MapOp = new() { Updates = { Flag(false) } } }, "b", enabled.Clock, 0);
        Assert.Equal("[captain:Flag=False]", early.Merge(enabled).Describe());
    }

    [Fact]
    public void A_flag_enabled_beside_its_disabling_is_enabled()
    {
        var start = Change(CrdtMap.Empty, "a", Flag(true));
        var disabled = start.Update(new DtOp { MapOp = new() { Updates = { Flag(false) } } }, "a", ((CrdtMap)start).Clock, 0);
        Assert.Equal("[captain:Flag=False]", disabled.Describe());
        Assert.Equal("[captain:Flag=True]", disabled.Merge(Change(start, "b", Flag(true))).Describe());
    }

    [Fact]
    public void Removing_without_context_what_is_not_there_is_refused_in_the_servers_words()
    {
        var refused = Assert.Throws<PreconditionException>(() => CrdtMap.Empty.Update(Removal(Goals), "a", null, 0));
        Assert.Equal("{precondition,{not_present,{<<\"goals\">>,riak_dt_emcntr}}}", refused.Message);
    }

    private static ICrdt Change(ICrdt map, string actor, MapUpdate update, long time = 1) =>
        map.Update(new DtOp { MapOp = new() { Updates = { update } } }, actor, null, time);

    private static ICrdt Remove(ICrdt map, string actor, MapField field) => map.Update(Removal(field), actor, ((CrdtMap)map).Clock, 0);

    private static DtOp Removal(MapField field) => new() { MapOp = new() { Removes = { field } } };

    private static MapUpdate Count(long by) => new() { Field = Goals, CounterOp = new() { Increment = by } };

    private static MapUpdate Add(string member) => new() { Field = Clubs, SetOp = new() { Adds = { ByteString.CopyFromUtf8(member) } } };

    private static MapUpdate Assign(string value) => new() { Field = Name, RegisterOp = ByteString.CopyFromUtf8(value) };

    private static MapUpdate Flag(bool on) =>
        new() { Field = Captain, FlagOp = on ? MapUpdate.Types.FlagOp.Enable : MapUpdate.Types.FlagOp.Disable };
}
