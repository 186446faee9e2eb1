using MassTransit;

// In the root namespace: the Host and every fixture name it.
#pragma warning disable IDE0130
namespace EcommerceBot.Outbox;
#pragma warning restore IDE0130

/// <summary>
/// Queues are <c>module-kebab-name</c>. Without the module two modules' same-named consumers would share one queue and take each other's
/// messages (docs/adr/0003).
/// </summary>
public sealed class ModuleEndpointNames : KebabCaseEndpointNameFormatter
{
    /// <summary>It has no state.</summary>
    public static new readonly ModuleEndpointNames Instance = new();

    private ModuleEndpointNames() : base(false)
    {
    }

    /// <summary>The queue of the consumer that handles a command: <c>exchange:orders-start-checkout</c> for Orders' StartCheckout.</summary>
    public static Uri CommandAddress(Type command) => new($"exchange:{ModuleOf(command)}-{Instance.SanitizeName(command.Name)}");

    /// <summary>The queue of a consumer type.</summary>
    public static string QueueOf(Type consumer) => $"{ModuleOf(consumer)}-{Instance.GetConsumerName(consumer)}";

    /// <summary>The queue of a saga's state type.</summary>
    public static string QueueOfSaga(Type state) => $"{ModuleOf(state)}-{Instance.SanitizeName(TrimSuffix(state.Name, "State"))}";

    /// <inheritdoc />
    public override string Consumer<T>() => $"{ModuleOf(typeof(T))}-{base.Consumer<T>()}";

    /// <inheritdoc />
    public override string Saga<T>() => QueueOfSaga(typeof(T));

    /// <summary><c>EcommerceBot.Orders.Cart.AddToCartConsumer</c> lives in <c>orders</c>.</summary>
    private static string ModuleOf(Type type)
    {
        var parts = (type.Namespace ?? "").Split('.');
        return parts is ["EcommerceBot", var module, ..] ? module.ToLowerInvariant()
            : throw new ArgumentException($"{type.FullName} is not in a module: its namespace should begin with EcommerceBot.<Module>.", nameof(type));
    }

    private static string TrimSuffix(string name, string suffix) => name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;
}
