namespace SyncGen.Benchmarks.Measuring;

/// <summary>Both sides of a comparison, measured one right after the other.</summary>
/// <param name="Work">What is judged.</param>
/// <param name="Against">What it is held against.</param>
internal readonly record struct Round(Cost Work, Cost Against)
{
    public double Ratio => Work.Seconds / Against.Seconds;

    public double ProcessorRatio => Work.ProcessorSeconds / Against.ProcessorSeconds;
}
