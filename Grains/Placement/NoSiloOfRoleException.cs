using System.Globalization;

namespace ShellCorp.Grains.Placement;

/// <summary>A grain can't be placed: no silo that is up has the role that its class asks for.</summary>
[GenerateSerializer, Alias("shellcorp.no-silo-of-role")]
public sealed class NoSiloOfRoleException : Exception
{
    /// <summary>Tells the role and the grain.</summary>
    /// <param name="role">The role.</param>
    /// <param name="grain">What was to be placed.</param>
    /// <param name="unknown">How many silos are up whose roles aren't known yet.</param>
    public NoSiloOfRoleException(string role, GrainId grain, int unknown)
        : base(string.Create(CultureInfo.InvariantCulture, $"No silo of role '{role}' is up to take {grain}{Others(unknown)}. Roles are given by ShellCorp:Silo:Roles.")) =>
        Role = role;

    /// <summary>The role.</summary>
    [Id(0)] public string Role { get; private set; }

    private static string Others(int unknown) => unknown == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (the roles of {unknown} silos aren't known yet)");
}
