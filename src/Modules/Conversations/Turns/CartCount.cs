using System.Text.Json;
using EcommerceBot.Conversations.Agent;

namespace EcommerceBot.Conversations.Turns;

/// <summary>How many pieces the cart holds after a turn, read from what its tools returned.</summary>
internal static class CartCount
{
    /// <summary>Null when no tool showed a cart.</summary>
    public static int? In(IReadOnlyList<ToolOutcome> outcomes) =>
        outcomes.Where(outcome => !outcome.IsError).Select(outcome => Of(outcome.Content)).LastOrDefault(count => count is not null);

    /// <summary>A cart and a checkout look alike; only the checkout has an id of its own.</summary>
    private static int? Of(string content)
    {
        using var document = JsonDocument.Parse(content);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("cart_id", out _) && !root.TryGetProperty("checkout_id", out _)
            && root.TryGetProperty("line_items", out var lines) && lines.ValueKind == JsonValueKind.Array
            ? lines.EnumerateArray().Sum(Pieces)
            : null;
    }

    private static int Pieces(JsonElement line) =>
        line.TryGetProperty("quantity", out var quantity) && quantity.TryGetInt32(out var pieces) ? pieces : 0;
}
