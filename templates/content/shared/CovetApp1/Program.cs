using CovetApp1;

App.Build(args).Run();
