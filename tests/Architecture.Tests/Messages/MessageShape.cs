using System.Reflection;
using System.Runtime.CompilerServices;

namespace EcommerceBot.Architecture.Tests.Messages;

/// <summary>A message is a sealed record of init-only values in the folder that says what it is.</summary>
internal static class MessageShape
{
    private static readonly string[] Folders = ["Commands", "Events", "Requests", "Results"];

    public static IEnumerable<string> Violations(Type message) =>
        Faults(message).Select(fault => $"{message.FullName} {fault}");

    private static IEnumerable<string> Faults(Type message)
    {
        if (message.GetMethod("<Clone>$") is null || !message.IsSealed || !message.IsPublic)
            yield return "is not a public sealed record.";
        if (message.BaseType != typeof(object) && message.BaseType is not null)
            yield return $"derives from {message.BaseType.Name}: messages have no base types.";
        if (!Folders.Contains(message.Namespace?.Split('.')[^1]))
            yield return $"is not in a namespace that ends in {string.Join(", ", Folders)}.";
        foreach (var property in message.GetProperties(Own).Where(property => property.Name != "EqualityContract" && !IsInitOnly(property)))
            yield return $"has {property.Name}, which is not {{ get; init; }}.";
        foreach (var method in message.GetMethods(Own | BindingFlags.Static).Where(IsWrittenByHand))
            yield return $"has the method {method.Name}: messages are data.";
    }

    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static bool IsInitOnly(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;

    private static bool IsWrittenByHand(MethodInfo method) =>
        !method.IsSpecialName && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null;
}
