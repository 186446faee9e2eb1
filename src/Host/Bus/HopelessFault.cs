using System.Text.Json;

namespace EcommerceBot.Host.Bus;

/// <summary>Tells "what this message says can never be handled": no later try would end otherwise, so an operator should see it at once.</summary>
internal static class HopelessFault
{
    public static bool Is(Exception exception) => exception is ArgumentException or FormatException or JsonException or NotSupportedException;
}
