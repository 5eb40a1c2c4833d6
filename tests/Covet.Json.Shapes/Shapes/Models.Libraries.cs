using Covet;
using Covet.Json.Library;
using Covet.Json.Shapes;

[assembly: JsonModel(typeof(Status))]
[assembly: JsonModel(typeof(Channel))]
[assembly: JsonModel(typeof(Customer))]
[assembly: JsonModel(typeof(Covet.Json.Library.Money))]
[assembly: JsonModel(typeof(Covet.Json.Library.Money?))]
[assembly: JsonModel(typeof(Covet.Json.Library.Point))]
[assembly: JsonModel(typeof(Order))]
[assembly: JsonModel(typeof(OrderLine))]
[assembly: JsonModel(typeof(Envelope<Customer>))]
[assembly: JsonModel(typeof(Envelope<Person>))]
[assembly: JsonModel(typeof(Event))]
[assembly: JsonModel(typeof(Created))]
[assembly: JsonModel(typeof(Covet.Json.Library.MoneyList))]
[assembly: JsonModel(typeof(Temperature))]
[assembly: JsonModel(typeof(Weather))]
[assembly: JsonModel(typeof(Oblivious))]
[assembly: JsonModel(typeof(List<Event>))]
[assembly: JsonModel(typeof(Dictionary<Channel, Order>))]

namespace Covet.Json.Shapes;

/// <summary>Derives from a type of another assembly, and has members of its types.</summary>
[JsonModel]
public sealed class LibraryEntity : Entity
{
    public override string? Title { get; set; }

    public Envelope<Event>? Last { get; set; }

    public Covet.Json.Library.Point There { get; set; }

    public Point? Here { get; set; }
}
