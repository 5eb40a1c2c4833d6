namespace Todos;

/// <summary>One line of the journal: a todo that was saved, or the number of one that was removed.</summary>
public sealed record JournalEntry(Todo? Saved = null, int? Removed = null);
