namespace Covet.Generators.Routing;

/// <summary>The data of a route table, as <c>RouteTableLayout</c> says.</summary>
internal sealed class RouteTableImage(int[] numbers, string text)
{
    public int[] Numbers { get; } = numbers;

    public string Text { get; } = text;
}
