using System.Text.Json;

namespace SyncGen.Http.Requests;

/// <summary>A service's own words about a request that it did not take; what a proxy or another program writes is of no use here.</summary>
/// <param name="Code">What it is; none where the service does not say, or says what this program does not know.</param>
/// <param name="Detail">A sentence; null where there is none.</param>
internal readonly record struct ServiceProblem(SyncErrorCode Code, string? Detail)
{
    /// <summary>The media type of problem details.</summary>
    public const string MediaType = "application/problem+json";

    private const int DetailLengthMax = 500;

    public static ServiceProblem Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var problem = JsonDocument.Parse(body);
            var detail = problem.RootElement.GetProperty("detail").GetString() ?? "";
            var code = (SyncErrorCode)problem.RootElement.GetProperty("code").GetInt32();
            var shown = detail.Length <= DetailLengthMax ? detail : detail[..DetailLengthMax] + "…";
            return new(Enum.IsDefined(code) ? code : SyncErrorCode.None, shown.Length == 0 ? null : shown);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return default;
        }
    }
}
