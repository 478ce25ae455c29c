using System.Globalization;
using ShellCorp.Events;

namespace ShellCorp.Web.Components.Shared;

/// <summary>
/// The five skills of a rating as a polygon. The dashed ring is zero: inside of it a skill has cost rating points, outside it has earned
/// some. The values stand in the label and, on every page that shows it, in a list beside it.
/// </summary>
public sealed partial class Radar
{
    private const double Radius = 88;
    private const double Low = -1000;
    private static readonly double[] Rings = [-500, 0, 500, 1000, 1500, 2000];

    private double High => Math.Max(1000, Math.Ceiling(CategoryText.Skills.Max(s => Value((int)s)) / 500.0) * 500);

    private string Words => "Skills: " + string.Join(", ", CategoryText.Skills.Select(s => $"{CategoryText.Name(s)} {CategoryText.Signed(Value((int)s))}"));

    private string Shape => Points(i => Share(Value(i)));

    private int Value(int skill) => !Model.IsDefaultOrEmpty && Model.Length > skill ? Model[skill] : 0;

    private double Share(double value) => Math.Clamp((value - Low) / (High - Low), 0, 1);

    private string Ring(double value) => Points(_ => Share(value));

    private static string Points(Func<int, double> share) =>
        string.Join(' ', Enumerable.Range(0, CategoryText.Skills.Count).Select(i => At(i, share(i))).Select(p => $"{N(p.X)},{N(p.Y)}"));

    private static (double X, double Y) At(int skill, double share)
    {
        var angle = (skill * 2 * Math.PI / CategoryText.Skills.Count) - (Math.PI / 2);
        return (Math.Cos(angle) * Radius * share, Math.Sin(angle) * Radius * share);
    }

    private static string Short(RatingCategory category) => category == RatingCategory.Goalkeeping ? "Keeping" : category.ToString();

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
