namespace Covet.Analyzers;

/// <summary>What all of Covet's analyzers have in common: they work in parallel, pass generated code over, and do nothing in a project without Covet.</summary>
internal abstract class CovetAnalyzer : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Covet.HandlerAttribute") is not null)
            {
                Start(start);
            }
        });
    }

    /// <summary>Registers the actions for one compilation.</summary>
    protected abstract void Start(CompilationStartAnalysisContext context);
}
