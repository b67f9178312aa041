using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Services;

/// <summary>Reads <c>$metadata</c>: entity types with keys, properties and what they refer to. No document type is read, and nothing is fetched.</summary>
internal sealed class CsdlReader
{
    /// <summary>How many characters a document may have.</summary>
    public const int CharactersMax = 4_194_304;

    // What is built of a document takes time in proportion to these, too.
    private const int ElementsMax = 40_000;
    private const int LevelsMax = 32;

    private readonly Dictionary<string, XElement> _types = new(StringComparer.Ordinal);
    private readonly CsdlReferences _references;

    private CsdlReader(XElement root)
    {
        List<XElement> associations = [];
        _references = new CsdlReferences(_types, associations);
        foreach (var schema in root.DescendantsAndSelf().Where(element => element.Name.LocalName == "Schema"))
        {
            associations.AddRange(schema.Parts("Association"));
            foreach (var type in schema.Parts("EntityType"))
            {
                foreach (var space in new[] { schema.Text("Namespace"), schema.Text("Alias") }.OfType<string>())
                {
                    _types.TryAdd($"{space}.{type.Text("Name")}", type);
                }
            }
        }
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="ToolException">It is none, or too large.</exception>
    public static CsdlSchema Read(string text)
    {
        try
        {
            RequireBounds(text);
            using var xml = Open(text);
            var root = XElement.Load(xml);
            var entities = new CsdlReader(root).Entities();
            return entities.Count == 0
                ? throw new ToolException("The service's $metadata has no entity types. See whether the address and --scope are those of a synchronisation service.", ExitCode.Failed)
                : new CsdlSchema(entities, [.. root.Descendants().Where(element => element.Name.LocalName == "ScopeParameter").Select(p => $"{p.Text("Name")} ({p.Text("Type")})")]);
        }
        catch (XmlException exception)
        {
            throw new ToolException($"The service's $metadata cannot be read: {exception.Message}", ExitCode.Failed);
        }
    }

    private static XmlReader Open(string text) => XmlReader.Create(
        new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = CharactersMax });

    private static void RequireBounds(string text)
    {
        using var xml = Open(text);
        var elements = 0;
        while (xml.Read())
        {
            elements += xml.NodeType == XmlNodeType.Element ? 1 : 0;
            if (elements > ElementsMax || xml.Depth > LevelsMax)
            {
                throw new ToolException($"The service's $metadata is larger than {ElementsMax:N0} elements on {LevelsMax} levels, and is not read.", ExitCode.Failed);
            }
        }
    }

    private List<CsdlEntity> Entities() => [.. _types.Values.Distinct().Where(type => type.Text("Abstract") != "true").Select(Entity)];

    private CsdlEntity Entity(XElement type)
    {
        var line = LineOf(type);
        string[] key = [.. line.SelectMany(part => part.Parts("Key")).SelectMany(part => part.Parts("PropertyRef")).Select(part => part.Text("Name")).OfType<string>()];
        return new CsdlEntity(type.Text("Name") ?? "", key, [.. line.SelectMany(part => part.Parts("Property")).Select(part => Property(part, key))], [.. line.SelectMany(_references.Of)]);
    }

    // The type and those that it derives from, the first of them first.
    private List<XElement> LineOf(XElement type)
    {
        List<XElement> line = [type];
        while (line.Count < LevelsMax && line[0].Text("BaseType") is { } name && _types.TryGetValue(name, out var parent) && !line.Contains(parent))
        {
            line.Insert(0, parent);
        }

        return line;
    }

    private static CsdlProperty Property(XElement property, string[] key)
    {
        var name = property.Text("Name") ?? "";
        var length = int.TryParse(property.Text("MaxLength"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : (int?)null;
        return new CsdlProperty(name, property.Text("Type") ?? "", property.Text("Nullable") != "false" && !key.Contains(name), length);
    }
}
