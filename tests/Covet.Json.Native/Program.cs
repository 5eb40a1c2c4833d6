Covet.Json.Shapes.TableRun.Run(Console.In, Console.Out);
