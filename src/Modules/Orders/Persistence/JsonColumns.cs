using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EcommerceBot.Orders.Persistence;

/// <summary>What is always read and written whole is one JSON column. Such values are replaced, never changed in place, so comparing references is enough.</summary>
internal static class JsonColumns
{
    public static void IsJson<T>(this PropertyBuilder<T?> property) where T : class => property.HasConversion(
        value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
        json => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web),
        new ValueComparer<T?>((a, b) => ReferenceEquals(a, b), value => value == null ? 0 : value.GetHashCode(), value => value));

    public static void IsJsonList<T>(this PropertyBuilder<List<T>> property) => property.HasConversion(
        list => JsonSerializer.Serialize(list, JsonSerializerOptions.Web),
        // A row from before the column has nothing in it.
        json => json.Length == 0 ? new List<T>() : JsonSerializer.Deserialize<List<T>>(json, JsonSerializerOptions.Web) ?? new List<T>(),
        new ValueComparer<List<T>>((a, b) => ReferenceEquals(a, b), list => list.GetHashCode(), list => list));
}
