using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using Covet;
using Covet.Json.Shapes;

[assembly: JsonModel(typeof(Box<int>))]
[assembly: JsonModel(typeof(Box<string?>))]
[assembly: JsonModel(typeof(Box<Point?>))]
[assembly: JsonModel(typeof(Box<Box<int>?>))]
[assembly: JsonModel(typeof(Pair<int, string>))]
[assembly: JsonModel(typeof(Pair<Point, List<int>>))]
[assembly: JsonModel(typeof(Page<Point>))]
[assembly: JsonModel(typeof(Page<int>))]
[assembly: JsonModel(typeof(GenericStruct<int>))]
[assembly: JsonModel(typeof(GenericStruct<string>))]
[assembly: JsonModel(typeof(GenericStruct<int>?))]
[assembly: JsonModel(typeof(KeyValuePair<string, int>))]
[assembly: JsonModel(typeof(KeyValuePair<int, Point?>))]
[assembly: JsonModel(typeof(ValueTuple<int, string>))]
[assembly: JsonModel(typeof(Tuple<int, string?>))]
[assembly: JsonModel(typeof(Tuple<int, Point?, bool>))]
