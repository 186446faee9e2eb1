using EcommerceBot.Catalog.Import.Reading;

namespace EcommerceBot.Catalog.Import.Checking;

/// <summary>Bounds of a file's texts.</summary>
internal sealed class TextCheck(ImportFaults faults)
{
    public string? Required(Field field, string name, int longest)
    {
        if (field.Value is not null)
            return Optional(field, name, longest);
        faults.Add(field.Line, $"the {name} is missing.");
        return null;
    }

    private static bool HasControls(string value, bool mayBreakLines)
    {
        foreach (var character in value)
            if (char.IsControl(character) && !(mayBreakLines && character is '\n' or '\r' or '\t'))
                return true;
        return false;
    }

    public string? Optional(Field field, string name, int longest, bool mayBreakLines = false)
    {
        if (field.Value is not { } value)
            return null;
        if (value.Length > longest)
            faults.Add(field.Line, $"the {name} \"{Quote.Short(value)}\" has {value.Length} characters; at most {longest} are allowed.");
        else if (HasControls(value, mayBreakLines))
            faults.Add(field.Line, $"the {name} \"{Quote.Short(value)}\" holds control characters.");
        else
            return value;
        return null;
    }
}
