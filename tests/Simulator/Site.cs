namespace PulumiOvhOrder.Simulator;

/// <summary>OVHcloud runs three fully separate sites; each knows only its own subsidiaries, plans and routes.</summary>
public enum Site
{
    Eu,
    Ca,
    Us,
}
