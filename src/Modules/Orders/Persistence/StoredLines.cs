using System.Text.Json;
using EcommerceBot.Orders.Cart;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EcommerceBot.Orders.Persistence;

/// <summary>Lines are always read and written whole, so they are one JSON column beside what they belong to.</summary>
internal static class StoredLines
{
    // Lists are replaced, never changed in place: comparing references is enough and costs nothing.
    private static readonly ValueComparer<List<StoredLine>> ByReference = new((a, b) => ReferenceEquals(a, b), lines => lines.GetHashCode(), lines => lines);

    public static void IsStoredLines(this PropertyBuilder<List<StoredLine>> property) => property.HasConversion(
        lines => JsonSerializer.Serialize(lines, JsonSerializerOptions.Web),
        json => JsonSerializer.Deserialize<List<StoredLine>>(json, JsonSerializerOptions.Web) ?? new List<StoredLine>(),
        ByReference);
}
