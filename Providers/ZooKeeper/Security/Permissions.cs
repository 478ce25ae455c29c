namespace ZooKeeper.Client;

/// <summary>What an ACL entry allows.</summary>
[Flags]
public enum Permissions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>To read data and list children.</summary>
    Read = 1,

    /// <summary>To set data.</summary>
    Write = 2,

    /// <summary>To create children.</summary>
    Create = 4,

    /// <summary>To delete children.</summary>
    Delete = 8,

    /// <summary>To set the ACL.</summary>
    Admin = 16,

    /// <summary>Everything.</summary>
    All = Read | Write | Create | Delete | Admin,
}
