using System.Globalization;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>Writes attributes.</summary>
/// <param name="isShort">Whether usings stand above, so that short names do.</param>
internal sealed class AttributeCode(bool isShort)
{
    /// <summary>An attribute without its brackets.</summary>
    /// <param name="space">Its namespace.</param>
    /// <param name="name">Its name.</param>
    /// <param name="arguments">Its arguments; those that are null are left out.</param>
    public string Of(string space, string name, params string?[] arguments)
    {
        var given = arguments.OfType<string>().ToArray();
        return given.Length == 0 ? Name(space, name) : $"{Name(space, name)}({string.Join(", ", given)})";
    }

    /// <summary>A type's name.</summary>
    public string Name(string space, string name) => isShort ? name : $"global::{space}.{name}";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
