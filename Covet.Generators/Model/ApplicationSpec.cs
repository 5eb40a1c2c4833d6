namespace Covet.Generators.Model;

/// <summary>All that the files of the whole assembly are made of.</summary>
internal sealed record ApplicationSpec(
    AssemblySpec Assembly,
    EquatableArray<HandlerSpec> Handlers,
    EquatableArray<ServiceSpec> Services,
    EquatableArray<ModuleSpec> Modules);
