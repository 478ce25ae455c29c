using System.Collections.Immutable;

namespace ShellCorp.Feeds.Simulator;

/// <summary>A choice among items of different weight.</summary>
internal sealed class Weighted<T>
{
    private readonly ImmutableArray<(T Item, double UpTo)> _items;
    private readonly double _total;

    public Weighted(IEnumerable<(T Item, double Weight)> items)
    {
        var list = ImmutableArray.CreateBuilder<(T, double)>();
        foreach (var (item, weight) in items)
        {
            _total += weight;
            list.Add((item, _total));
        }

        _items = list.DrainToImmutable();
        if (_total <= 0)
            throw new ArgumentException("There is nothing to choose from.", nameof(items));
    }

    public T Draw(SeededRandom random)
    {
        var at = random.Unit() * _total;
        foreach (var (item, upTo) in _items)
        {
            if (at < upTo)
                return item;
        }

        return _items[^1].Item;
    }
}
