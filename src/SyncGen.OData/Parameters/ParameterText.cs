using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.OData.Schema;
using SyncGen.OData.Values;

namespace SyncGen.OData.Parameters;

/// <summary>Reads values of filter parameters from the texts in an address: plain, or as OData's literals.</summary>
public static class ParameterText
{
    /// <summary>Writes a parameter's values to a binding.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="ordinal">The parameter's ordinal in the scope, from 0.</param>
    /// <param name="texts">Its values: one, or of a list any number. A text that is null stands for null, and so does <c>null</c> without quotes where the parameter may be.</param>
    /// <param name="writer">Takes the values.</param>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MalformedData"/>: a text is no value of the parameter, or there are too many or too few.</exception>
    public static void Write(SyncScope scope, int ordinal, IReadOnlyList<string?> texts, FilterWriter writer)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(writer);
        var parameter = scope.Parameters[ordinal];
        if (!parameter.IsList && texts.Count != 1)
        {
            throw Malformed.Of($"The parameter '{parameter.Name}' has {texts.Count} values, and takes one: duplicate parameters.");
        }

        foreach (var text in texts)
        {
            if (parameter.IsNullable && text is (null or "null"))
            {
                writer.SetNull(ordinal);
            }
            else
            {
                Write(parameter, ordinal, text ?? throw Malformed.Of($"The parameter '{parameter.Name}' has no value, and needs one."), writer);
            }
        }
    }

    private static void Write(SyncParameter parameter, int ordinal, string text, RowWriter writer)
    {
        switch (parameter.Type)
        {
            case SyncType.Boolean when ValueText.TryBoolean(text, out var value):
                writer.SetBoolean(ordinal, value);
                break;
            case SyncType.Byte when ValueText.TryInteger<byte>(text, out var value):
                writer.SetByte(ordinal, value);
                break;
            case SyncType.SByte when ValueText.TryInteger<sbyte>(text, out var value):
                writer.SetSByte(ordinal, value);
                break;
            case SyncType.Int16 when ValueText.TryInteger<short>(text, out var value):
                writer.SetInt16(ordinal, value);
                break;
            case SyncType.UInt16 when ValueText.TryInteger<ushort>(text, out var value):
                writer.SetUInt16(ordinal, value);
                break;
            case SyncType.Int32 when ValueText.TryInteger<int>(text, out var value):
                writer.SetInt32(ordinal, value);
                break;
            case SyncType.UInt32 when ValueText.TryInteger<uint>(text, out var value):
                writer.SetUInt32(ordinal, value);
                break;
            case SyncType.Int64 when ValueText.TryInteger<long>(text.TrimEnd('L'), out var value):
                writer.SetInt64(ordinal, value);
                break;
            case SyncType.UInt64 when ValueText.TryInteger<ulong>(text.TrimEnd('M', 'L'), out var value):
                writer.SetUInt64(ordinal, value);
                break;
            default:
                WriteText(parameter, ordinal, text, writer);
                break;
        }
    }

    private static void WriteText(SyncParameter parameter, int ordinal, string text, RowWriter writer)
    {
        switch (parameter.Type)
        {
            case SyncType.String:
                writer.SetString(ordinal, Unquote(text));
                break;
            case SyncType.Char when Unquote(text) is [var unit]:
                writer.SetChar(ordinal, unit);
                break;
            case SyncType.DateTime when ValueText.TryDateTime(text, out var value):
                writer.SetDateTime(ordinal, value);
                break;
            case SyncType.DateTimeOffset when ValueText.TryDateTimeOffset(text, out var value):
                writer.SetDateTimeOffset(ordinal, value);
                break;
            case SyncType.DateOnly when ValueText.TryDateTime(text, out var value) && value.TimeOfDay == TimeSpan.Zero:
                writer.SetDateOnly(ordinal, DateOnly.FromDateTime(value));
                break;
            case SyncType.TimeOnly when ValueText.TryTimeSpan(text, out var value) && value.Ticks is >= 0 and < TimeSpan.TicksPerDay:
                writer.SetTimeOnly(ordinal, TimeOnly.FromTimeSpan(value));
                break;
            case SyncType.TimeSpan when ValueText.TryTimeSpan(text, out var value):
                writer.SetTimeSpan(ordinal, value);
                break;
            case SyncType.Guid when ValueText.TryGuid(text, out var value):
                writer.SetGuid(ordinal, value);
                break;
            default:
                throw Malformed.Of($"The parameter '{parameter.Name}' is '{Malformed.Shown(text)}', which is no {EdmTypes.NameOf(parameter.Type)}.");
        }
    }

    // 'text', as OData writes it, or the text as it is.
    private static string Unquote(string text) =>
        text.Length >= 2 && text[0] == '\'' && text[^1] == '\'' ? text[1..^1].Replace("''", "'", StringComparison.Ordinal) : text;
}
