using Mono.Cecil;
using Mono.Cecil.Cil;

namespace PulumiOvhOrder.Tests.Unit.Architecture;

/// <summary>
/// What an assembly's types mention and call. What the compiler nests in a type (closures, state machines) counts as the type's own.
/// </summary>
internal sealed class CompiledCode
{
    public CompiledCode(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        Types = [.. assembly.MainModule.Types.Where(t => !t.Name.StartsWith('<'))];
        foreach (var (type, owner) in Types.SelectMany(t => WithNested(t).Select(n => (n, t))))
        {
            References.AddRange(Mentioned(type).SelectMany(Parts).Select(other => (owner, Outermost(other))));
            foreach (var instruction in Code(type))
            {
                if (instruction.Operand is MethodReference method)
                {
                    Calls.Add((owner, method));
                    if (instruction.OpCode == OpCodes.Newobj)
                    {
                        Built.Add((owner, method.DeclaringType));
                    }
                }
            }
        }
    }

    public IReadOnlyList<TypeDefinition> Types { get; }

    public List<(TypeDefinition From, TypeReference To)> References { get; } = [];

    public List<(TypeDefinition From, MethodReference Method)> Calls { get; } = [];

    public List<(TypeDefinition By, TypeReference Type)> Built { get; } = [];

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static IEnumerable<Instruction> Code(TypeDefinition type) =>
        type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions);

    private static IEnumerable<TypeReference?> Mentioned(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(i => i.InterfaceType),
        .. type.Fields.Select(f => f.FieldType),
        .. type.CustomAttributes.Select(a => a.AttributeType),
        .. type.Methods.SelectMany(m => m.Parameters.Select(p => p.ParameterType).Append(m.ReturnType)),
        .. type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Variables).Select(v => v.VariableType),
        .. Code(type).SelectMany(i => i.Operand switch
        {
            TypeReference other => [other],
            FieldReference field => [field.DeclaringType, field.FieldType],
            GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
            MethodReference method => [method.DeclaringType, method.ReturnType],
            _ => Array.Empty<TypeReference>(),
        }),
    ];

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification other => Parts(other.ElementType),
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
