namespace Covet.Benchmarks.OpenApi;

// A hundred endpoints: ten handlers of ten.

[Handler("/things0")]
public sealed class ThingHandler0 : ThingHandler;

[Handler("/things1")]
public sealed class ThingHandler1 : ThingHandler;

[Handler("/things2")]
public sealed class ThingHandler2 : ThingHandler;

[Handler("/things3")]
public sealed class ThingHandler3 : ThingHandler;

[Handler("/things4")]
public sealed class ThingHandler4 : ThingHandler;

[Handler("/things5")]
public sealed class ThingHandler5 : ThingHandler;

[Handler("/things6")]
public sealed class ThingHandler6 : ThingHandler;

[Handler("/things7")]
public sealed class ThingHandler7 : ThingHandler;

[Handler("/things8")]
public sealed class ThingHandler8 : ThingHandler;

[Handler("/things9")]
public sealed class ThingHandler9 : ThingHandler;
