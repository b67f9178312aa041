namespace SyncGen.Sqlite.Tests.Model.Stops;

public sealed class StopTextConverter : ISyncConverter<StopText, string>
{
    public static string ToStored(StopText value)
    {
        StopPoint.Pass();
        return value.Value;
    }

    public static StopText FromStored(string stored)
    {
        StopPoint.Pass();
        return new(stored);
    }
}
