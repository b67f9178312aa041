using System.Xml.Linq;

namespace SyncGen.Tool.Services;

/// <summary>Reads elements by their local names: each version of the entity data model has a namespace of its own.</summary>
internal static class CsdlElements
{
    /// <summary>The elements of a name in an element.</summary>
    public static IEnumerable<XElement> Parts(this XElement element, string name) => element.Elements().Where(part => part.Name.LocalName == name);

    /// <summary>The first of them; null if there is none.</summary>
    public static XElement? Part(this XElement element, string name) => element.Parts(name).FirstOrDefault();

    /// <summary>An attribute's value; null if it is not there.</summary>
    public static string? Text(this XElement element, string name) => element.Attribute(name)?.Value;
}
