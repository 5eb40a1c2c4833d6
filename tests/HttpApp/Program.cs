HttpApp.HttpApplication.Create(args).Run();
