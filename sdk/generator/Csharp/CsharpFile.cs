using System.Text;

namespace PulumiOvhOrder.SdkGenerator.Csharp;

/// <summary>One file under construction: indentation, braces, and the notice that no one should edit it.</summary>
internal sealed class CsharpFile
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public CsharpFile(string @namespace, params string[] usings)
    {
        Line("// Generated from provider/schema.json by `make sdk`. Changes made here are lost.");
        Line("#nullable enable");
        Line();
        foreach (var name in usings)
        {
            Line($"using {name};");
        }

        if (usings.Length > 0)
        {
            Line();
        }

        Line($"namespace {@namespace}");
        Line("{");
        _depth = 1;
    }

    public CsharpFile Line(string line = "")
    {
        _text.Append(line.Length == 0 ? "" : new string(' ', 4 * _depth)).Append(line).Append('\n');
        return this;
    }

    /// <summary>A block in braces.</summary>
    public CsharpFile Block(string head, Action body)
    {
        if (head.Length > 0)
        {
            Line(head);
        }

        Line("{");
        _depth++;
        body();
        _depth--;
        return Line("}");
    }

    /// <summary>Lines that continue the one before.</summary>
    public CsharpFile Continued(params string[] lines)
    {
        _depth++;
        foreach (var line in lines)
        {
            Line(line);
        }

        _depth--;
        return this;
    }

    /// <summary>The documentation of what follows, from Markdown.</summary>
    public CsharpFile Document(string markdown)
    {
        foreach (var line in XmlDocumentation.Of(markdown))
        {
            Line(line.Length == 0 ? "///" : $"/// {line}");
        }

        return this;
    }

    /// <summary>Ends the namespace, and the file.</summary>
    public override string ToString() => $"{_text}}}\n";
}
