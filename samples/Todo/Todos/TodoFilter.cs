namespace Todos;

/// <summary>Which todos a list has.</summary>
/// <param name="Done">Only those that are done, or only those that are not.</param>
/// <param name="DueBefore">Only those that are due before this day.</param>
/// <param name="Search">Only those whose title has this text, without regard to case.</param>
public sealed record TodoFilter(bool? Done = null, DateOnly? DueBefore = null, [property: StringLength(100)] string? Search = null)
{
    /// <summary>Whether the filter lets a todo through.</summary>
    public bool Accepts(Todo todo) =>
        (Done is null || todo.Done == Done)
        && (DueBefore is null || todo.Due < DueBefore)
        && (Search is null || todo.Title.Contains(Search, StringComparison.OrdinalIgnoreCase));
}
