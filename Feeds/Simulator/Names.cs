using System.Collections.Immutable;

namespace ShellCorp.Feeds.Simulator;

/// <summary>Invented clubs and common names; a likeness to real ones is chance.</summary>
internal static class Names
{
    public static ImmutableArray<string> Towns { get; } =
    [
        "Aldermoor", "Ashcombe", "Bexwick", "Brannock", "Calderport", "Carrowmere", "Clayhithe", "Corvale", "Dunmere", "Eastholm",
        "Elmstead", "Fairhaven", "Farnworth Bay", "Glenmarra", "Greywater", "Halden", "Harrowgate", "Hollowell", "Inverlyn", "Kestrel Bay",
        "Kingsbarrow", "Lanmoor", "Larkfield", "Longmere", "Marlow Cross", "Merrivale", "Millhaven", "Northcliff", "Norwold", "Oakhampton",
        "Orrinford", "Pellworth", "Penharrow", "Queensferry", "Ravensea", "Redbrook", "Rosemarket", "Saltmarsh", "Sandwick", "Silverdale",
        "Stonehaven", "Strathmoor", "Tarnside", "Thornbury", "Ulverby", "Valecross", "Westermouth", "Whitford", "Wolverley", "Yarrowdale",
    ];

    public static ImmutableArray<string> Suffixes { get; } = ["United", "City", "Rovers", "Athletic"];

    public static ImmutableArray<string> First { get; } =
    [
        "Adam", "Aleksi", "Amadou", "Andrej", "Ben", "Bruno", "Callum", "Carlos", "Dario", "David", "Diego", "Emil", "Enzo", "Erik", "Felix",
        "Filip", "Gabriel", "Hassan", "Hugo", "Idris", "Ivan", "Jakob", "João", "Jonas", "Kenji", "Kofi", "Lars", "Leon", "Luca", "Luka",
        "Marco", "Mateo", "Mikkel", "Milan", "Mohamed", "Nico", "Noah", "Oliver", "Omar", "Oscar", "Pablo", "Pavel", "Rafael", "Rui", "Samuel",
        "Sander", "Sven", "Takumi", "Theo", "Tiago", "Tomas", "Viktor", "Yannick", "Youssef", "Zoran",
    ];

    public static ImmutableArray<string> Last { get; } =
    [
        "Adeyemi", "Almeida", "Andersen", "Baranov", "Becker", "Bianchi", "Brandt", "Carvalho", "Castillo", "Costa", "Dahl", "Diallo", "Dvořák",
        "Eriksen", "Fernández", "Fischer", "Fontaine", "Garnier", "Haddad", "Hansen", "Herrera", "Hoffmann", "Ibrahimi", "Ishikawa", "Jansen",
        "Jensen", "Kamara", "Keller", "Koné", "Kovač", "Krüger", "Larsson", "Lefèvre", "Lindqvist", "Lopes", "Marchetti", "Mensah", "Morales",
        "Moreau", "Nakamura", "Novak", "Okafor", "Olsen", "Ortega", "Osei", "Petrov", "Popescu", "Ramos", "Ricci", "Rossi", "Saito", "Santos",
        "Schneider", "Silva", "Sørensen", "Toure", "Vargas", "Vermeer", "Weber", "Yılmaz",
    ];
}
