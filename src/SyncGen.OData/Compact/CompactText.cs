using System.Globalization;
using System.Runtime.InteropServices;
using MessagePack;

namespace SyncGen.OData.Compact;

/// <summary>
/// Texts in the compact format: as UTF-8, but for those that UTF-8 cannot hold, and for GUIDs as texts, which have half the size as bytes.
/// </summary>
internal static class CompactText
{
    private const sbyte GuidType = 1;
    private const sbyte Utf16Type = 2;
    private const int GuidLength = 36;
    private const int GuidBytes = 16;

    public static void Write(ref MessagePackWriter writer, string value)
    {
        Span<byte> guid = stackalloc byte[GuidBytes];
        if (value.Length == GuidLength && IsGuid(value, guid))
        {
            writer.WriteExtensionFormatHeader(new ExtensionHeader(GuidType, GuidBytes));
            CompactValues.WriteRaw(ref writer, guid);
        }
        else if (IsUtf8(value))
        {
            writer.Write(value);
        }
        else
        {
            var units = MemoryMarshal.AsBytes(value.AsSpan());
            writer.WriteExtensionFormatHeader(new ExtensionHeader(Utf16Type, units.Length));
            CompactValues.WriteRaw(ref writer, units);
        }
    }

    public static string Read(ref MessagePackReader reader)
    {
        if (reader.NextMessagePackType != MessagePackType.Extension)
        {
            return reader.ReadString() ?? throw Malformed.Of("A text is null that may not be.");
        }

        var extension = reader.ReadExtensionFormat();
        var bytes = System.Buffers.BuffersExtensions.ToArray(extension.Data);
        return extension.TypeCode switch
        {
            GuidType when bytes.Length == GuidBytes => new Guid(bytes, bigEndian: true).ToString("D", CultureInfo.InvariantCulture),
            Utf16Type when bytes.Length % sizeof(char) == 0 => new string(MemoryMarshal.Cast<byte, char>(bytes)),
            _ => throw Malformed.Of($"A text has the unknown form {extension.TypeCode}."),
        };
    }

    // In small letters with dashes, the one form that comes back as it was.
    private static bool IsGuid(string value, Span<byte> bytes)
    {
        if (value[8] != '-' || value.AsSpan().IndexOfAnyInRange('A', 'F') >= 0 || !Guid.TryParseExact(value, "D", out var guid))
        {
            return false;
        }

        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        return true;
    }

    private static bool IsUtf8(string value)
    {
        for (var i = value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(value[i]))
            {
                return false;
            }
        }

        return true;
    }
}
