#nullable disable
namespace Covet.Json.Library;

// From the time before annotations.
public class Oblivious
{
    public string Text { get; set; }

    public List<string> Texts { get; set; }

    public Oblivious Next { get; set; }
}
