using ShellCorp.Grains.Storage;

namespace ShellCorp.Grains.Matches;

/// <content>Moving to another silo: the match's state goes along.</content>
internal sealed partial class MatchGrain : IGrainMigrationParticipant
{
    private const string StateKey = "match";

    public void OnDehydrate(IDehydrationContext dehydrationContext)
    {
        if (_state.Pack() is { } packed)
            dehydrationContext.TryAddValue(StateKey, packed);
    }

    public void OnRehydrate(IRehydrationContext rehydrationContext)
    {
        if (rehydrationContext.TryGetValue<MovingState<MatchState>>(StateKey, out var moved))
            _state.Unpack(moved);
    }
}
