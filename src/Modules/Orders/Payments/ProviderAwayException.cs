namespace EcommerceBot.Orders.Payments;

/// <summary>The provider does not answer, or says that it cannot at the moment. Nothing is wrong with what was asked: it is asked again later.</summary>
internal sealed class ProviderAwayException(string provider, Exception inner) : Exception($"The payment provider {provider} is away: {inner.Message}", inner);
