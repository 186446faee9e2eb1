namespace EcommerceBot.Host.Profiling.Pprof;

/// <summary>Gives each different thing a number, counted up from the first.</summary>
internal sealed class Pool<T>(long first) where T : notnull
{
    private readonly Dictionary<T, long> _numbers = [];
    private readonly List<T> _items = [];

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<T> Items => _items;

    public long NumberOf(T item)
    {
        if (_numbers.TryGetValue(item, out var known))
            return known;
        _items.Add(item);
        return _numbers[item] = first + _items.Count - 1;
    }
}
