using QuickStart.Work;
using Spectre.Console;

namespace QuickStart.Output;

/// <summary>Shows what everybody did.</summary>
internal static class DeedView
{
    public static void Show(Person person)
    {
        Console.WriteLine($"{person.Name}:");
        foreach (var deed in person.Deeds)
        {
            Console.WriteLine($"  - {deed.What}");
        }
    }
}
