extern alias Indented;
extern alias Kebab;
extern alias Lenient;
extern alias Populate;
extern alias Snake;
extern alias Strict;

using Covet.Json.Shapes;

// A name a case, as the tests call it: the table, and what options change of it.
TableRun.Run(
    Console.In,
    Console.Out,
    new(
    [
        .. ShapeTable.Create().Select(static shape => Row("", shape.Name, utf8 => shape.Write(shape.Read(utf8)))),
        .. Snake::Covet.Json.Shapes.VariantTable.Create().Select(static shape => Row("Snake ", shape.Name, utf8 => shape.Write(shape.Read(utf8)))),
        .. Kebab::Covet.Json.Shapes.VariantTable.Create().Select(static shape => Row("Kebab ", shape.Name, utf8 => shape.Write(shape.Read(utf8)))),
        .. Indented::Covet.Json.Shapes.VariantTable.Create().Select(static shape => Row("Indented ", shape.Name, utf8 => shape.Write(shape.Read(utf8)))),
        .. Lenient::Covet.Json.Shapes.VariantTable.Create().Select(static shape => Row("Lenient ", shape.Name, utf8 => shape.Write(shape.Read(utf8)))),
        .. Strict::Covet.Json.Shapes.VariantTable.Create().Select(static shape => Row("Strict ", shape.Name, utf8 => shape.Write(shape.Read(utf8)))),
        .. Populate::Covet.Json.Shapes.VariantTable.Create().Select(static shape => Row("Populate ", shape.Name, utf8 => shape.Write(shape.Read(utf8)))),
    ]));

static KeyValuePair<string, Func<byte[], byte[]>> Row(string prefix, string name, Func<byte[], byte[]> readAndWrite) => new(prefix + name, readAndWrite);
