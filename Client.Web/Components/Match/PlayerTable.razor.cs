using Microsoft.AspNetCore.Components;
using ShellCorp.Web.Matches;

namespace ShellCorp.Web.Components.Match;

/// <summary>All players of a match, sortable.</summary>
public sealed partial class PlayerTable
{
    private PlayerColumn _by = PlayerColumn.Rating;
    private bool _ascending;

    [Parameter, EditorRequired]
    public MatchBoard Board { get; set; } = null!;

    [Parameter]
    public EventCallback<PlayerId> OnPick { get; set; }

    private IEnumerable<PlayerRow> Rows
    {
        get
        {
            // Whoever only sits on the bench has nothing to compare.
            var players = Board.Players.Where(p => p.OnPitch || p.Hundredths is not null).ToArray();
            var sorted = _ascending ? players.OrderBy(_by.Value) : players.OrderByDescending(_by.Value);
            return sorted.ThenByDescending(p => p.Minutes).ThenBy(p => p.Name, StringComparer.Ordinal);
        }
    }

    private void Sort(PlayerColumn column)
    {
        _ascending = column == _by ? !_ascending : column.TextFirst;
        _by = column;
    }

    private string Order(PlayerColumn column) => column != _by ? "none" : _ascending ? "ascending" : "descending";

    private string Arrow(PlayerColumn column) => column != _by ? "" : _ascending ? " ▲" : " ▼";
}
