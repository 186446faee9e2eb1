using System.Xml;

namespace EcommerceBot.Catalog.Media;

/// <summary>
/// An SVG is a program unless proven a drawing. Only elements and attributes that draw are let through, only references into the drawing
/// itself; anything else refuses the file. Refusing is safer than cutting out: what is stored is exactly what was read.
/// </summary>
internal static class SvgCheck
{
    private const string SvgNamespace = "http://www.w3.org/2000/svg";

    private static readonly HashSet<string> Elements =
    [
        "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
        "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "symbol", "use",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "id", "class", "viewBox", "version", "preserveAspectRatio", "width", "height", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "dx", "dy", "d",
        "points", "transform", "fill", "fill-opacity", "fill-rule", "clip-rule", "clip-path", "mask", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap",
        "stroke-linejoin", "stroke-dasharray", "stroke-dashoffset", "stroke-miterlimit", "opacity", "offset", "stop-color", "stop-opacity", "gradientUnits",
        "gradientTransform", "spreadMethod", "patternUnits", "patternTransform", "patternContentUnits", "clipPathUnits", "maskUnits", "href", "color", "display", "visibility",
        "font-family", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "letter-spacing", "role", "aria-label", "aria-hidden", "focusable",
        "vector-effect", "paint-order", "shape-rendering",
    ];

    /// <summary>Null for a harmless drawing, else what is wrong with it.</summary>
    public static string? FaultOf(byte[] content)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var hasRoot = false;
            while (reader.Read())
            {
                if (FaultOf(reader) is { } fault)
                    return fault;
                if (reader.NodeType == XmlNodeType.Element && !hasRoot && reader.LocalName != "svg")
                    return "is XML but not an SVG drawing";
                hasRoot |= reader.NodeType == XmlNodeType.Element;
            }
            return null;
        }
        catch (XmlException exception)
        {
            return $"is not well-formed SVG (its line {exception.LineNumber})";
        }
    }

    private static string? FaultOf(XmlReader reader)
    {
        if (reader.NodeType == XmlNodeType.ProcessingInstruction)
            return $"holds the instruction <?{reader.Name}?>, which is not allowed in a picture";
        if (reader.NodeType != XmlNodeType.Element)
            return null;
        if (reader.NamespaceURI != SvgNamespace || !Elements.Contains(reader.LocalName))
            return $"holds the element <{reader.Name}>, which is not allowed in a picture";
        var element = reader.Name;
        while (reader.MoveToNextAttribute())
        {
            if (!IsAllowed(reader))
                return $"holds {reader.Name} on <{element}>, which is not allowed in a picture";
        }
        reader.MoveToElement();
        return null;
    }

    private static bool IsAllowed(XmlReader attribute)
    {
        if (attribute.Prefix == "xmlns" || attribute.Name == "xmlns" || attribute.Name == "xml:space")
            return true;
        if (!Attributes.Contains(attribute.LocalName) || attribute.Prefix is not ("" or "xlink"))
            return false;
        var value = attribute.Value.Trim();
        return attribute.LocalName == "href" ? value.StartsWith('#') : PointsInside(value);
    }

    /// <summary><c>url(#gradient)</c> is the drawing's own; any other address would be fetched by whoever looks at it.</summary>
    private static bool PointsInside(string value)
    {
        var compact = string.Concat(value.Where(character => !char.IsWhiteSpace(character) && character is not ('"' or '\'')));
        return !compact.Contains('\\', StringComparison.Ordinal)
            && !compact.Replace("url(#", "", StringComparison.OrdinalIgnoreCase).Contains("url(", StringComparison.OrdinalIgnoreCase);
    }
}
