using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MyThoughts.Gateway.Admin;

namespace MyThoughts.Gateway.Pages.Parts;

/// <summary>Refuses viewers: a page that changes something, or that says whom to ask for a key.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OperatorsOnlyAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (!context.HttpContext.User.IsOperator()) context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
    }
}
