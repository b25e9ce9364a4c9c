using Mono.Cecil;
using Mono.Cecil.Cil;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Binary;

/// <summary>Collects what an assembly uses of other projects: in signatures, bodies, attributes, base types and constraints.</summary>
internal sealed class AssemblyUses(SolutionUnderCheck solution, Project project, IReadOnlyDictionary<string, Project> projects)
{
    private readonly HashSet<(string Member, string Target)> seen = [];

    public List<Reference> Found { get; } = [];

    public void Look(TypeDefinition type)
    {
        var name = MemberNames.Of(type);
        var place = PlaceOf(type);
        Use(name, place, type.BaseType);
        foreach (var implemented in type.Interfaces) Use(name, place, implemented.InterfaceType);
        LookAt(type.GenericParameters, name, place);
        LookAt(type, name, place);
        foreach (var field in type.Fields)
        {
            Use(MemberNames.Of(field), place, field.FieldType);
            LookAt(field, MemberNames.Of(field), place);
        }
        foreach (var property in type.Properties) LookAt(property, MemberNames.Of(property), place);
        foreach (var method in type.Methods) Look(method, place);
        foreach (var nested in type.NestedTypes) Look(nested);
    }

    public void LookAtAttributes(AssemblyDefinition assembly) => LookAt(assembly, solution.Relative(project.File), new(solution.Relative(project.File), 1));

    private void Look(MethodDefinition method, Place typePlace)
    {
        var name = MemberNames.Of(method);
        var place = FirstLine(method) ?? typePlace;
        Use(name, place, method.ReturnType);
        foreach (var parameter in method.Parameters)
        {
            Use(name, place, parameter.ParameterType);
            LookAt(parameter, name, place);
        }
        LookAt(method.GenericParameters, name, place);
        LookAt(method, name, place);
        if (!method.HasBody) return;
        foreach (var variable in method.Body.Variables) Use(name, place, variable.VariableType);
        foreach (var handler in method.Body.ExceptionHandlers)
            Use(name, handler.HandlerStart is { } start ? LineAt(method, start) ?? place : place, handler.CatchType);
        foreach (var instruction in method.Body.Instructions) Look(method, instruction, name, place);
    }

    private void Look(MethodDefinition method, Instruction instruction, string name, Place place)
    {
        if (instruction.Operand is not MemberReference used) return;
        var line = LineAt(method, instruction) ?? place;
        switch (used)
        {
            case TypeReference type:
                Use(name, line, type);
                break;
            case MethodReference call:
                if (call is GenericInstanceMethod generic) foreach (var argument in generic.GenericArguments) Use(name, line, argument);
                Use(name, line, call.DeclaringType, MemberNames.NameOf(call));
                break;
            case FieldReference field:
                Use(name, line, field.DeclaringType, field.Name);
                break;
        }
    }

    private void LookAt(IEnumerable<GenericParameter> parameters, string name, Place place)
    {
        foreach (var constraint in parameters.SelectMany(parameter => parameter.Constraints)) Use(name, place, constraint.ConstraintType);
    }

    private void LookAt(ICustomAttributeProvider provider, string name, Place place)
    {
        if (!provider.HasCustomAttributes) return;
        foreach (var attribute in provider.CustomAttributes)
        {
            Use(name, place, attribute.AttributeType);
            foreach (var argument in Arguments(attribute))
                Use(name, place, argument.Value as TypeReference ?? argument.Type);
        }
    }

    // Where the type of a value can't be found its bytes can't be read; the attribute itself has been seen.
    private static IReadOnlyList<CustomAttributeArgument> Arguments(CustomAttribute attribute)
    {
        try
        {
            return [.. attribute.ConstructorArguments.Concat(attribute.Fields.Concat(attribute.Properties).Select(named => named.Argument))];
        }
        catch (AssemblyResolutionException)
        {
            return [];
        }
    }

    private void Use(string member, Place place, TypeReference? type, string? used = null)
    {
        foreach (var part in TypeParts.Of(type))
        {
            if (!projects.TryGetValue(part.Scope is AssemblyNameReference assembly ? assembly.Name : "", out var owner) || owner == project) continue;
            var typeName = MemberNames.Of(part);
            var target = used is null || part != type?.GetElementType() ? typeName : used.Length == 0 ? typeName : $"{typeName}.{used}";
            if (seen.Add((member, target))) Found.Add(new(project, member, owner, typeName, target, place, Witness.Assembly));
        }
    }

    private Place PlaceOf(TypeDefinition type) =>
        type.Methods.Select(FirstLine).FirstOrDefault(place => place is not null) ?? new(solution.Relative(project.File), 0);

    private Place? FirstLine(MethodDefinition method) =>
        method.DebugInformation.SequencePoints.FirstOrDefault(point => !point.IsHidden) is { } point ? Place(point) : null;

    private Place? LineAt(MethodDefinition method, Instruction instruction) =>
        method.DebugInformation.SequencePoints.LastOrDefault(point => !point.IsHidden && point.Offset <= instruction.Offset) is { } point ? Place(point) : null;

    private Place Place(SequencePoint point) => new(solution.Relative(point.Document.Url), point.StartLine);
}
