namespace EcommerceBot.Architecture.Tests.Planted;

/// <summary>A message outside the four folders.</summary>
public sealed record StrayMessage;
