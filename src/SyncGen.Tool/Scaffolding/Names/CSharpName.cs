using System.Text;

namespace SyncGen.Tool.Scaffolding.Names;

/// <summary>Makes names of C# out of a database's: <c>invoice_lines</c> becomes <c>InvoiceLines</c>, <c>ORDER ID</c> becomes <c>OrderId</c>.</summary>
internal static class CSharpName
{
    /// <summary>A name that begins with an upper-case letter, or an underscore, so that it is no keyword.</summary>
    /// <param name="name">A database's name.</param>
    /// <param name="otherwise">What it is called where no letter and no digit is in it.</param>
    public static string Of(string name, string otherwise)
    {
        var result = new StringBuilder(name.Length + 1);
        var isLoud = name.Length > 1 && !name.Any(char.IsLower) && name.Any(char.IsUpper);
        var isStart = true;
        foreach (var letter in name)
        {
            if (!char.IsLetterOrDigit(letter))
            {
                isStart = true;
                continue;
            }

            result.Append(isStart ? char.ToUpperInvariant(letter) : isLoud ? char.ToLowerInvariant(letter) : letter);
            isStart = false;
        }

        if (result.Length == 0)
        {
            return otherwise;
        }

        // Some letters have no case, and some lower-case ones no upper-case form.
        return char.IsUpper(result[0]) ? result.ToString() : result.Insert(0, '_').ToString();
    }
}
