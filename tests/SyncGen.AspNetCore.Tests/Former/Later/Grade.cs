namespace SyncGen.AspNetCore.Tests.Former.Later;

public enum Grade
{
    Plain = 1,
    Good = 2,
}
