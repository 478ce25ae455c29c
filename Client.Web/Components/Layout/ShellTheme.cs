using MudBlazor;

namespace ShellCorp.Web.Components.Layout;

/// <summary>MudBlazor's palettes set to the colours of <c>shellcorp.css</c>.</summary>
internal static class ShellTheme
{
    private static readonly string[] Fonts = ["Inter", "system-ui", "sans-serif"];

    public static MudTheme Value { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0b5fc0",
            AppbarBackground = "#0f1b2d",
            AppbarText = "#f4f7fb",
            Background = "#f3f5f8",
            Surface = "#ffffff",
            TextPrimary = "#101828",
            TextSecondary = "#526070",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#5aa9ff",
            AppbarBackground = "#0a1019",
            AppbarText = "#e8eef6",
            Background = "#0d131c",
            Surface = "#151d29",
            TextPrimary = "#e8eef6",
            TextSecondary = "#9dabbd",
        },
        Typography = new Typography { Default = new DefaultTypography { FontFamily = Fonts } },
    };
}
