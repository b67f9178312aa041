using System.Globalization;
using System.Text;

namespace SyncGen.Generators.Tests.Emitted;

/// <summary>Writes entity classes of all forms, over all types; the same for the same seed.</summary>
internal static class RandomEntities
{
    private const string Types =
        """
        namespace Demo;

        public enum Small : byte { A, B = 255 }
        public enum Named : long { A = 1, B = -1, C = 1 }
        public readonly record struct Money(long Cents);
        public sealed class Words { public string Text { get; set; } = ""; }

        public sealed class MoneyConverter : ISyncConverter<Money, long>
        {
            public static long ToStored(Money value) => value.Cents;
            public static Money FromStored(long stored) => new(stored);
        }

        public sealed class WordsConverter : ISyncConverter<Words, string>
        {
            public static string ToStored(Words value) => value.Text;
            public static Words FromStored(string stored) => new() { Text = stored };
        }

        """;

    private static readonly string[] s_keyTypes =
    [
        "bool", "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "string", "char", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Guid",
        "byte[]", "Small", "Named", "Money", "Words",
    ];

    private static readonly string[] s_types = [.. s_keyTypes, "float", "double", "decimal"];

    /// <summary>Code of a scope <c>Demo.AllScope</c> with that many entities.</summary>
    public static string Code(int seed, int count)
    {
        var random = new Random(seed);
        var code = new StringBuilder(Types);
        for (var i = 0; i < count; i++)
        {
            code.Append(Entity(random, Number(i)));
        }

        var list = string.Concat(Enumerable.Range(0, count).Select(i => $", typeof(Entity{Number(i)})"));
        return code.Append($"[SyncScope(\"all\"{list})]\npublic static partial class AllScope;\n").ToString();
    }

    private static string Entity(Random random, string number)
    {
        var keys = Enumerable.Range(0, random.Next(4) == 0 ? random.Next(2, 12) : 1).Select(_ => (Type: s_keyTypes[random.Next(s_keyTypes.Length)], IsKey: true));
        var others = Enumerable.Range(0, random.Next(0, 12)).Select(_ => (Type: s_types[random.Next(s_types.Length)] + (random.Next(2) == 0 ? "?" : ""), IsKey: false));
        var properties = keys.Concat(others).Select((p, i) => (Name: (p.Type.StartsWith("Named", StringComparison.Ordinal) ? "Named" : "P") + Number(i), p.Type, p.IsKey)).ToArray();
        var name = "Entity" + number;
        return random.Next(5) switch
        {
            0 => $"[SyncEntity]\npublic record {name}(\n{string.Join(",\n", properties.Select(p => $"    {Attributes(p.Type, p.IsKey, "property: ")}{p.Type} {p.Name}"))});\n\n",
            1 => Class(name, properties, "required ", "get; init;", ""),
            2 => Class(name, properties, "", "get; init;", " = default!;"),
            3 => Class(
                name + "(" + string.Join(", ", properties.Select(p => $"{p.Type} {char.ToLowerInvariant(p.Name[0])}{p.Name[1..]}")) + ")",
                properties,
                "",
                "get;",
                null),
            _ => Class(name, properties, "", "get; set;", " = default!;"),
        };
    }

    private static string Class(string head, (string Name, string Type, bool IsKey)[] properties, string modifier, string accessors, string? value)
    {
        var text = new StringBuilder($"[SyncEntity]\npublic class {head}\n{{\n");
        foreach (var (name, type, isKey) in properties)
        {
            var initial = value ?? $" = {char.ToLowerInvariant(name[0])}{name[1..]};";
            text.Append($"    {Attributes(type, isKey, "")}public {modifier}{type} {name} {{ {accessors} }}{initial}\n");
        }

        return text.Append("}\n\n").ToString();
    }

    private static string Attributes(string type, bool isKey, string target)
    {
        var attributes = new List<string>();
        if (isKey)
        {
            attributes.Add("Key");
        }

        switch (type.TrimEnd('?'))
        {
            case "Named":
                attributes.Add("SyncEnum(true)");
                break;
            case "Money":
                attributes.Add("SyncConverter<MoneyConverter>");
                break;
            case "Words":
                attributes.Add("SyncConverter<WordsConverter>");
                break;
        }

        return string.Concat(attributes.Select(a => $"[{target}{a}] "));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
