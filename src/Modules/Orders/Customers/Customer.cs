using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Orders.Customers;

/// <summary>What is known of a buyer: given with the last confirmed checkout, or imported.</summary>
internal sealed class Customer
{
    public required string OwnerId { get; init; }
    public string? Name { get; set; }
    public string? Email { get; set; }

    /// <summary>The default address as one text.</summary>
    public string? Address { get; private set; }

    /// <summary>The same field by field, where it came so.</summary>
    public PostalAddress? PostalAddress { get; private set; }

    /// <summary>For finding: letter case and spaces do not matter.</summary>
    public string? NameKey { get; private set; }
    public string? EmailKey { get; private set; }
    public string? PostalKey { get; private set; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Lets one of two changes at once through.</summary>
    public int Version { get; set; }

    public void Rename(string? name, string? email)
    {
        (Name, NameKey) = (name, Key(name));
        (Email, EmailKey) = (email, Key(email));
    }

    public void LivesAt(PostalAddress address)
    {
        PostalAddress = address;
        Address = AddressText.Of(address);
        PostalKey = Key(address.PostalCode);
    }

    public void LivesAt(string? text)
    {
        if (text == Address)
            return;
        (Address, PostalAddress, PostalKey) = (text, null, null);
    }

    /// <summary>How two spellings of the same are compared; null where there is nothing.</summary>
    public static string? Key(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
