namespace SyncGen;

/// <summary>Says that a property is stored as another type, through a converter.</summary>
/// <typeparam name="TConverter">A type that implements <see cref="ISyncConverter{TValue, TStored}"/> for the property's type.</typeparam>
[AttributeUsage(AttributeTargets.Property, Inherited = true)]
public sealed class SyncConverterAttribute<TConverter> : Attribute;
