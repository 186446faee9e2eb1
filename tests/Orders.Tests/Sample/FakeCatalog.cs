using EcommerceBot.Catalog.Contracts.Requests;

namespace EcommerceBot.Orders.Tests.Sample;

/// <summary>Stands in for Catalog at the bus and keeps real figures, so that pieces can be counted. It outlives the hosts of a test, as another program would.</summary>
internal sealed class FakeCatalog
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (VariantOffer Offer, int OnHand)> _items = [];
    private readonly Dictionary<Guid, Dictionary<string, int>> _held = [];
    private readonly HashSet<Guid> _sold = [];
    private readonly HashSet<string> _restocked = [];

    public FakeCatalog()
    {
        Put("MOUSE", "Quiet Mouse", 2450, 50);
        Put("LAMP", "Camping Lantern", 3000, 7);
        Put("LAST", "Last One", 9900, 1);
        Put("SOCK", "Hiking Socks", 1200, 99);
    }

    /// <summary>When false, commands about stock are taken and never answered: a test then says itself what Catalog said, and when.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>Until when a reservation was last asked to be held.</summary>
    public System.Collections.Concurrent.ConcurrentDictionary<Guid, DateTimeOffset> Extended { get; } = new();

    public void Restock(string key, IEnumerable<(string Sku, int Pieces)> lines)
    {
        lock (_lock)
        {
            if (!_restocked.Add(key))
                return;
            foreach (var (sku, pieces) in lines.Where(line => _items.ContainsKey(line.Sku)))
                _items[sku] = _items[sku] with { OnHand = _items[sku].OnHand + pieces };
        }
    }

    public void Put(
        string sku, string title, long price, int onHand, string currency = "EUR", string? productId = null, IReadOnlyDictionary<string, string>? options = null)
    {
        var offer = new VariantOffer
        {
            Sku = sku,
            ProductId = productId ?? $"product-{sku}",
            Title = title,
            Options = options ?? new Dictionary<string, string>(),
            Price = price,
            Currency = currency,
            Available = 0,
        };
        lock (_lock)
            _items[sku] = (offer, onHand);
    }

    public List<VariantOffer> Offers(IEnumerable<string> skus)
    {
        lock (_lock)
            return [.. skus.Where(_items.ContainsKey).Select(sku => _items[sku].Offer with { Available = Math.Max(0, Free(sku)) })];
    }

    public bool Reserve(Guid checkout, IReadOnlyDictionary<string, int> lines)
    {
        lock (_lock)
        {
            if (_sold.Contains(checkout) || _held.ContainsKey(checkout))
                return true;
            if (lines.Any(line => !_items.ContainsKey(line.Key) || Free(line.Key) < line.Value))
                return false;
            _held[checkout] = new(lines);
            return true;
        }
    }

    public void Release(Guid checkout)
    {
        lock (_lock)
            _held.Remove(checkout);
    }

    public bool Commit(Guid checkout)
    {
        lock (_lock)
        {
            if (_sold.Contains(checkout))
                return true;
            if (!_held.Remove(checkout, out var lines))
                return false;
            foreach (var (sku, pieces) in lines)
                _items[sku] = _items[sku] with { OnHand = _items[sku].OnHand - pieces };
            return _sold.Add(checkout);
        }
    }

    public (int OnHand, int Held) Stock(string sku)
    {
        lock (_lock)
            return (_items[sku].OnHand, Held(sku));
    }

    private int Free(string sku) => _items[sku].OnHand - Held(sku);

    private int Held(string sku) => _held.Values.Sum(lines => lines.GetValueOrDefault(sku));
}
