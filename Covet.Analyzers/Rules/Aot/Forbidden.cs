using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Aot;

/// <summary>What native code cannot do, or not reliably.</summary>
internal static class Forbidden
{
    private const string Reflects = "looks members up by reflection";
    private const string Generates = "makes code at run time";

    /// <summary>The names without one of which nothing is forbidden: a program that has none of them is not walked.</summary>
    public static readonly string[] Names =
    [
        "CreateInstance", "GetType", "GetMethod", "GetMethods", "GetProperty", "GetProperties", "GetField", "GetFields", "GetMember", "GetMembers", "GetConstructor", "GetConstructors",
        "MakeGenericType", "MakeGenericMethod", "InvokeMember", "Load", "LoadFrom", "GetTypes", "Compile", "JsonConvert", "SerializeObject", "DeserializeObject",
        "XmlSerializer", "DataContractSerializer", "DataContractJsonSerializer", "DynamicMethod", "dynamic",
    ];

    /// <summary>The name of a forbidden operation and what it does; null for everything else.</summary>
    public static (string Name, string Does)? Of(IOperation operation)
    {
        switch (operation)
        {
            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation { Parent: not IDynamicInvocationOperation } or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation:
                return ("dynamic", "is bound at run time");
            case IInvocationOperation call:
                return OfMethod(call.TargetMethod);
            case IObjectCreationOperation { Type: { } type }:
                return type.Name switch
                {
                    "XmlSerializer" when type.ContainingNamespace.IsNamed("System.Xml.Serialization") => ("XmlSerializer", Reflects),
                    "DataContractSerializer" or "DataContractJsonSerializer" => (type.Name, Reflects),
                    "DynamicMethod" => ("DynamicMethod", Generates),
                    _ => null,
                };
            default:
                return null;
        }
    }

    private static (string Name, string Does)? OfMethod(IMethodSymbol method)
    {
        var type = method.ContainingType;
        var name = type.Name + "." + method.Name;
        return type.Name switch
        {
            "Activator" when type.ContainingNamespace.IsNamed("System") && method.Name == "CreateInstance" && !method.IsGenericMethod => (name, Reflects),
            "Type" when type.ContainingNamespace.IsNamed("System") && method.Name is "GetType" && method.IsStatic || type.Is("System", "Type") && method.Name is "GetMethod" or "GetMethods" or "GetProperty" or "GetProperties" or "GetField" or "GetFields" or "GetMember" or "GetMembers" or "GetConstructor" or "GetConstructors" or "MakeGenericType" or "InvokeMember" => (name, Reflects),
            "Assembly" when type.ContainingNamespace.IsNamed("System.Reflection") && method.Name is "Load" or "LoadFrom" or "GetTypes" or "GetType" => (name, Reflects),
            "MethodInfo" or "MethodBase" or "PropertyInfo" or "ConstructorInfo" when type.ContainingNamespace.IsNamed("System.Reflection") && method.Name is "Invoke" or "GetValue" or "SetValue" or "MakeGenericMethod" => (name, Reflects),
            "Expression" or "LambdaExpression" when type.ContainingNamespace.IsNamed("System.Linq.Expressions") && method.Name == "Compile" => (name, Generates),
            "JsonConvert" when type.ContainingNamespace.IsNamed("Newtonsoft.Json") => (name, Reflects),
            _ => null,
        };
    }
}
