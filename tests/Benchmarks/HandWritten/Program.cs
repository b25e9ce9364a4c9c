var builder = WebApplication.CreateSlimBuilder(args);
builder.Listen();
var app = builder.Build();
EndWithParent.Watch(app.Lifetime);
await app.RunAsync();
