namespace Covet.Generators.Parsing.Types;

/// <summary>What a type is needed for; what can only be written is no error where it is only written.</summary>
[Flags]
internal enum JsonUse
{
    /// <summary>No JSON at all: only validated or bound member by member.</summary>
    None = 0,
    Write = 1,
    Read = 2,
    Both = Write | Read,
}
