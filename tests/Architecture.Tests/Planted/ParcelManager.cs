namespace EcommerceBot.Architecture.Tests.Planted;

/// <summary>A name that says nothing.</summary>
internal static class ParcelManager;
