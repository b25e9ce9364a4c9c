// What stands behind every proxy that is compared: a kilobyte, whatever is asked for. Two of them differ in their letter.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Listen();
var body = Enumerable.Repeat((byte)builder.Configuration["Letter"]![0], 1024).ToArray();
var app = builder.Build();
EndWithParent.Watch(app.Lifetime);
app.Run(async context =>
{
    context.Response.ContentType = "text/plain";
    context.Response.ContentLength = body.Length;
    await context.Response.Body.WriteAsync(body, context.RequestAborted);
});
await app.RunAsync();
