namespace ShellCorp.Oltp.Benchmarks;

/// <summary>
/// Rates of the bare loop and of the product, in turns. The first round of each pays for compilation and connections, and other processes take
/// time from any; so the best ones are compared.
/// </summary>
/// <param name="unit">What the rates are in.</param>
/// <param name="product">What of the product is measured.</param>
internal sealed class Rounds(string unit, string product)
{
    public const int Count = 5;

    private readonly List<(double Bare, double Product)> _rates = [];

    public void Add(double bare, double rate)
    {
        _rates.Add((bare, rate));
        Console.WriteLine($"round {_rates.Count}: bare loop {bare:N0} {unit}, {product} {rate:N0} {unit}, ratio {rate / bare:F2}");
    }

    public void Tell()
    {
        var (bare, rate) = (_rates.Max(round => round.Bare), _rates.Max(round => round.Product));
        Console.WriteLine($"best: bare loop {bare:N0} {unit}, {product} {rate:N0} {unit}, ratio {rate / bare:F2}");
    }
}
