using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using SyncGen.Http.Requests;

namespace SyncGen.Http.Resilience;

/// <summary>
/// What a client does by itself about a service that is busy or away. Without a time-out: a provider has one, and a shorter one in here
/// would cut off who sets that higher.
/// </summary>
internal static class ServiceResilience
{
    private const int RetriesMax = 3;
    private const double FailureRatioMax = 0.5;

    private static readonly TimeSpan s_delay = TimeSpan.FromMilliseconds(500);

    // Longer than that a session does not hang about: it ends, and says when to come again.
    private static readonly TimeSpan s_retryAfterMax = TimeSpan.FromSeconds(30);

    public static void Build(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ResilienceHandlerContext context)
    {
        var time = (context.ServiceProvider.GetService<SyncEnvironment>() ?? SyncEnvironment.Default).Time;
        pipeline.TimeProvider = time;
        pipeline.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = RetriesMax,
            Delay = s_delay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            DelayGenerator = arguments => new(arguments.Outcome.Result is { } response ? RetryAfter.Of(response, time) : null),
            ShouldHandle = arguments => new(MayPass(arguments.Outcome, time) && !IsOffline(arguments.Outcome) || arguments.Outcome.Exception is BrokenCircuitException),
        });
        pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = FailureRatioMax,
            ShouldHandle = arguments => new(MayPass(arguments.Outcome, time)),
        });
    }

    private static bool MayPass(Outcome<HttpResponseMessage> outcome, TimeProvider time) => outcome switch
    {
        { Exception: HttpRequestException error } => ConnectionErrors.IsTransient(error),
        { Result: { } response } => ServiceErrors.IsTransient(response.StatusCode) && !(RetryAfter.Of(response, time) > s_retryAfterMax),
        _ => false,
    };

    // Somebody may be waiting to hear that there is no network. A session tries again soon, and then says so.
    private static bool IsOffline(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
}
